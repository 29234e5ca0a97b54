/// A period with every day of it.
public struct CalendarPeriodDocument: WireDocument {
    public static let schema = "zhaoshang/calendar-period.v1"

    public var schema: String = Self.schema
    public var period: String
    public var firstDay: String
    public var lastDay: String
    public var workingDays: Int
    public var lastWorkingDay: String?
    /// The month a week belongs to.
    public var ownerMonth: String?
    public var provisional: Bool
    public var days: [CalendarDay]

    public init(
        period: String, firstDay: String, lastDay: String, workingDays: Int, lastWorkingDay: String? = nil,
        ownerMonth: String? = nil, provisional: Bool, days: [CalendarDay]
    ) {
        self.period = period
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.workingDays = workingDays
        self.lastWorkingDay = lastWorkingDay
        self.ownerMonth = ownerMonth
        self.provisional = provisional
        self.days = days
    }

    enum CodingKeys: String, CodingKey {
        case schema, period, provisional, days
        case firstDay = "first_day"
        case lastDay = "last_day"
        case workingDays = "working_days"
        case lastWorkingDay = "last_working_day"
        case ownerMonth = "owner_month"
    }
}

/// One day of the statutory calendar.
public struct CalendarDay: Hashable, Sendable, Codable {
    public var date: String
    public var working: Bool
    /// Of a holiday or a make-up day, in the language of the request.
    public var name: String?

    public init(date: String, working: Bool, name: String? = nil) {
        self.date = date
        self.working = working
        self.name = name
    }
}
