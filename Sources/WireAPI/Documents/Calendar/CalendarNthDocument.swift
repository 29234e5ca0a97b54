/// A period's working day by number; absent when it has fewer.
public struct CalendarNthDocument: WireDocument {
    public static let schema = "zhaoshang/calendar-nth.v1"

    public var schema: String = Self.schema
    public var date: String?
    public var provisional: Bool?

    public init(date: String? = nil, provisional: Bool? = nil) {
        self.date = date
        self.provisional = provisional
    }
}
