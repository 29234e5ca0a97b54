import WorkCalendar

/// P6: all due times of a daily rule over twenty years, again and again.
struct Occurrences {
    struct Result: Encodable {
        var seconds: Double
        var count: Int
        /// Occurrences and their sum in seconds of the last day of each month at 17:30, once over the years.
        var monthEnds: Int
        var monthEndSum: Int64
        /// Occurrences of the daily rule in one pass, with and without the statutory holidays.
        var statutoryDays: Int
        var plainDays: Int
    }

    private let calendar: WorkingDayCalendar
    private let plain: WorkingDayCalendar
    private let days: ClosedRange<CivilDate>

    init(calendars: String) throws {
        calendar = try StatutoryCalendar.load(calendars)
        plain = try StatutoryCalendar.withoutHolidays()
        guard let first = CivilDate(year: StatutoryCalendar.years.lowerBound, month: 1, day: 1),
            let last = CivilDate(year: StatutoryCalendar.years.upperBound, month: 12, day: 31)
        else { throw Failure("the years are no years") }
        days = first...last
    }

    func measure(passes: Int) throws -> Result {
        let daily = try DueRule(parsing: "workday 1 at 17:30")
        let start = monotonicSeconds()
        var count = 0
        // Each pass keeps its occurrences, as the peer does.
        for _ in 0..<passes { count += expand(daily, .day, calendar).count }
        let elapsed = monotonicSeconds() - start
        let ends = expand(try DueRule(parsing: "last at 17:30"), .month, plain)
        return Result(
            seconds: elapsed, count: count, monthEnds: ends.count,
            monthEndSum: ends.reduce(0) { $0 + $1.milliseconds / 1000 },
            statutoryDays: expand(daily, .day, calendar).count, plainDays: expand(daily, .day, plain).count)
    }

    private func expand(_ rule: DueRule, _ kind: PeriodKind, _ calendar: WorkingDayCalendar) -> [Instant] {
        var found: [Instant] = []
        let last = Period(kind, containing: days.upperBound)
        var period = Period(kind, containing: days.lowerBound)
        while period <= last {
            if case .due(let at, _) = rule.due(in: period, calendar: calendar) { found.append(at) }
            period = period.next
        }
        return found
    }
}
