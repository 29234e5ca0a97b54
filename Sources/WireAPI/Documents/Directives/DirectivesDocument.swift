/// Directives by number: the fields of each by name; amounts are whole yuan.
public struct DirectivesDocument: WireDocument {
    public static let schema = "zhaoshang/directives.v1"

    public var schema: String = Self.schema
    public var directives: [[String: WireValue]]

    public init(directives: [[String: WireValue]]) { self.directives = directives }
}
