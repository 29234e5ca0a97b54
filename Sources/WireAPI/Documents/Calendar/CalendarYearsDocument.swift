/// The years the daemon knows.
public struct CalendarYearsDocument: WireDocument {
    public static let schema = "zhaoshang/calendar-years.v1"

    public var schema: String = Self.schema
    public var years: [CalendarYear]

    public init(years: [CalendarYear]) {
        self.years = years
    }
}

/// One year's notice.
public struct CalendarYear: Hashable, Sendable, Codable {
    public var year: Int
    /// `published` or `provisional`.
    public var status: String
    public var workingDays: Int
    public var notice: String?
    public var url: String?
    public var revision: Int

    public init(
        year: Int, status: String, workingDays: Int, notice: String? = nil, url: String? = nil, revision: Int
    ) {
        self.year = year
        self.status = status
        self.workingDays = workingDays
        self.notice = notice
        self.url = url
        self.revision = revision
    }

    enum CodingKeys: String, CodingKey {
        case year, status, notice, url, revision
        case workingDays = "working_days"
    }
}
