/// One unit with its people.
public struct UnitDocument: WireDocument {
    public static let schema = "zhaoshang/unit.v1"

    public var schema: String = Self.schema
    public var unit: UnitRecord
    public var officers: [OfficerReference]
    public var history: [HistoryRecord]

    public init(unit: UnitRecord, officers: [OfficerReference], history: [HistoryRecord]) {
        self.unit = unit
        self.officers = officers
        self.history = history
    }
}
