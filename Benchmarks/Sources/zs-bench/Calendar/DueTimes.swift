import WorkCalendar

/// P5: the next due time after a moment.
struct DueTimes {
    struct Result: Encodable {
        /// Nanoseconds for one question.
        var nanoseconds: Double
        /// Sum of the answers in seconds, of the statutory rule that is timed.
        var statutory: Int64
        /// The same of "Friday 16:00" without holidays, which another implementation must agree with.
        var withoutHolidays: Int64
    }

    private let calendar: WorkingDayCalendar
    private let plain: WorkingDayCalendar

    init(calendars: String) throws {
        calendar = try StatutoryCalendar.load(calendars)
        plain = try StatutoryCalendar.withoutHolidays()
    }

    func measure(count: Int) throws -> Result {
        let statutory = try DueRule(parsing: "workday -1 at 16:00")
        let friday = try DueRule(parsing: "weekday Fri at 16:00")
        let start = monotonicSeconds()
        let sum = Self.sum(statutory, calendar, count)
        let elapsed = monotonicSeconds() - start
        return Result(
            nanoseconds: elapsed * 1e9 / Double(count), statutory: sum,
            withoutHolidays: Self.sum(friday, plain, Self.compared))
    }

    /// How many answers are compared with the peer's.
    static let compared = 2000
    /// 85 h apart, from 2007-01-01 on, within the years of the notices.
    private static func moment(_ index: Int) -> Instant {
        Instant(milliseconds: 1_167_580_800_000 + Int64(index % compared) * 85 * Instant.hour)
    }

    private static func sum(_ rule: DueRule, _ calendar: WorkingDayCalendar, _ count: Int) -> Int64 {
        var sum: Int64 = 0
        for index in 0..<count { sum += next(rule, after: moment(index), calendar).milliseconds / 1000 }
        return sum
    }

    private static func next(_ rule: DueRule, after moment: Instant, _ calendar: WorkingDayCalendar) -> Instant {
        var week = Period(.week, containing: moment.date)
        while true {
            if case .due(let at, _) = rule.due(in: week, calendar: calendar), at >= moment { return at }
            week = week.next
        }
    }
}
