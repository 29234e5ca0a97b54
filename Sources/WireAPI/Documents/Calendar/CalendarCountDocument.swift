/// The working days between two dates, both included.
public struct CalendarCountDocument: WireDocument {
    public static let schema = "zhaoshang/calendar-count.v1"

    public var schema: String = Self.schema
    public var from: String
    public var to: String
    public var workingDays: Int
    public var provisional: Bool

    public init(from: String, to: String, workingDays: Int, provisional: Bool) {
        self.from = from
        self.to = to
        self.workingDays = workingDays
        self.provisional = provisional
    }

    enum CodingKeys: String, CodingKey {
        case schema, from, to, provisional
        case workingDays = "working_days"
    }
}
