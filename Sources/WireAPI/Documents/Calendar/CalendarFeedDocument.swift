/// A calendar to subscribe to.
public struct CalendarFeedDocument: WireDocument {
    public static let schema = "zhaoshang/calendar-feed.v1"

    public var schema: String = Self.schema
    public var name: String
    public var entries: Int
    /// RFC 5545, lines ended by CR LF.
    public var text: String

    public init(name: String, entries: Int, text: String) {
        self.name = name
        self.entries = entries
        self.text = text
    }
}
