/// The working day that a date rolls to.
public struct CalendarRollDocument: WireDocument {
    public static let schema = "zhaoshang/calendar-roll.v1"

    public var schema: String = Self.schema
    public var date: String
    public var provisional: Bool

    public init(date: String, provisional: Bool) {
        self.date = date
        self.provisional = provisional
    }
}
