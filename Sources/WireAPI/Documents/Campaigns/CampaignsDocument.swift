/// Campaigns by number: the fields of each by name; amounts are whole yuan.
public struct CampaignsDocument: WireDocument {
    public static let schema = "zhaoshang/campaigns.v1"

    public var schema: String = Self.schema
    public var campaigns: [[String: WireValue]]

    public init(campaigns: [[String: WireValue]]) { self.campaigns = campaigns }
}
