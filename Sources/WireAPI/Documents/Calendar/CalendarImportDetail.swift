/// What importing a year adds to a write's answer.
public struct CalendarImportDetail: WriteDetail {
    public static let schema = "zhaoshang/calendar-import.v1"

    public var year: Int
    public var status: String
    public var notice: String?
    /// In the language of the request.
    public var warnings: [String]
    public var days: [CalendarDayChange]
    /// Open tasks whose due time moves.
    public var moves: [DueMove]

    public init(
        year: Int, status: String, notice: String? = nil, warnings: [String], days: [CalendarDayChange],
        moves: [DueMove]
    ) {
        self.year = year
        self.status = status
        self.notice = notice
        self.warnings = warnings
        self.days = days
        self.moves = moves
    }
}

/// A day that becomes working or free.
public struct CalendarDayChange: Hashable, Sendable, Codable {
    public var date: String
    public var working: Bool
    public var name: String?

    public init(date: String, working: Bool, name: String? = nil) {
        self.date = date
        self.working = working
        self.name = name
    }
}

/// A due time before and after.
public struct DueMove: Hashable, Sendable, Codable {
    public var task: String
    public var subject: String
    public var from: String
    public var to: String

    public init(task: String, subject: String, from: String, to: String) {
        self.task = task
        self.subject = subject
        self.from = from
        self.to = to
    }
}
