/// Milestones by number: the fields of each by name; amounts are whole yuan.
public struct MilestonesDocument: WireDocument {
    public static let schema = "zhaoshang/milestones.v1"

    public var schema: String = Self.schema
    public var milestones: [[String: WireValue]]

    public init(milestones: [[String: WireValue]]) { self.milestones = milestones }
}
