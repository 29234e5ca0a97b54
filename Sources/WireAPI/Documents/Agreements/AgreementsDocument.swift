/// Agreements by number: the fields of each by name; amounts are whole yuan.
public struct AgreementsDocument: WireDocument {
    public static let schema = "zhaoshang/agreements.v1"

    public var schema: String = Self.schema
    public var agreements: [[String: WireValue]]

    public init(agreements: [[String: WireValue]]) { self.agreements = agreements }
}
