/// A number of working days after a date.
public struct CalendarDueDocument: WireDocument {
    public static let schema = "zhaoshang/calendar-due.v1"

    public var schema: String = Self.schema
    public var from: String
    public var workingDays: Int
    public var due: String
    public var provisional: Bool

    public init(from: String, workingDays: Int, due: String, provisional: Bool) {
        self.from = from
        self.workingDays = workingDays
        self.due = due
        self.provisional = provisional
    }

    enum CodingKeys: String, CodingKey {
        case schema, from, due, provisional
        case workingDays = "working_days"
    }
}
