/// Funds records by number: the fields of each by name; amounts are whole yuan.
public struct FundsListDocument: WireDocument {
    public static let schema = "zhaoshang/funds-list.v1"

    public var schema: String = Self.schema
    public var funds: [[String: WireValue]]

    public init(funds: [[String: WireValue]]) { self.funds = funds }
}
