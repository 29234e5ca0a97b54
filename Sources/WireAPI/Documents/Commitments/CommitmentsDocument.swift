/// Commitments by number: the fields of each by name; amounts are whole yuan.
public struct CommitmentsDocument: WireDocument {
    public static let schema = "zhaoshang/commitments.v1"

    public var schema: String = Self.schema
    public var commitments: [[String: WireValue]]

    public init(commitments: [[String: WireValue]]) { self.commitments = commitments }
}
