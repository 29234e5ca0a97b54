/// One officer with the units worked for.
public struct OfficerDocument: WireDocument {
    public static let schema = "zhaoshang/officer.v1"

    public var schema: String = Self.schema
    public var officer: OfficerRecord
    public var memberships: [DateRange]
    public var history: [HistoryRecord]

    public init(officer: OfficerRecord, memberships: [DateRange], history: [HistoryRecord]) {
        self.officer = officer
        self.memberships = memberships
        self.history = history
    }
}
