/// Statutory working days of China, from the yearly notices of the State Council.
///
/// A year whose notice is missing or unpublished is provisional: Monday to Friday without the holidays of fixed date.
/// Make-up working days are never computed. Every question is answered in constant time.
public struct WorkingDayCalendar: Sendable {
    /// The days it knows. Each function says what it answers outside.
    public static let range = CivilDate(unchecked: 1990, 1, 1)...CivilDate(unchecked: 2150, 12, 31)

    /// By year; missing years are unpublished.
    public let notices: [Int: YearNotice]

    let working: DaySet
    let provisional: DaySet
    private let named: [CivilDate: NoticeDay]

    /// Throws for a make-up day on Monday to Friday, a day listed twice, a day that is neither in its notice's year nor
    /// in the December before, two notices for a year, days in an unpublished notice, or a year outside ``range``.
    public init(notices: [YearNotice]) throws(CalendarProblem) {
        var byYear: [Int: YearNotice] = [:]
        for notice in notices where byYear.updateValue(notice, forKey: notice.year) != nil {
            throw .yearTwice(notice.year)
        }
        named = try Self.checkedDays(of: notices)
        self.notices = byYear

        let days = Self.range.upperBound - Self.range.lowerBound + 1
        var working = [Bool](repeating: false, count: days)
        var provisional = [Bool](repeating: false, count: days)
        for index in 0..<days {
            let date = Self.range.lowerBound + index
            let (year, month, day) = date.components
            let isPublished = byYear[year]?.published == true
            // The notice of a year may change the last days of the December before it.
            provisional[index] =
                !isPublished || month == 12 && day >= 25 && byYear[year + 1]?.published != true
            working[index] =
                if let named = named[date] {
                    named.working
                } else {
                    !date.weekday.isWeekend && (isPublished || FixedHoliday(date) == nil)
                }
        }
        self.working = DaySet(first: Self.range.lowerBound, membership: working)
        self.provisional = DaySet(first: Self.range.lowerBound, membership: provisional)
    }

    private static func checkedDays(of notices: [YearNotice]) throws(CalendarProblem) -> [CivilDate: NoticeDay] {
        var named: [CivilDate: NoticeDay] = [:]
        for notice in notices.sorted(by: { $0.year < $1.year }) {
            let year = notice.year
            guard year > range.lowerBound.year, year <= range.upperBound.year else { throw .outsideRange(year: year) }
            for day in notice.days {
                guard notice.published else { throw .unpublishedDays(day.date, year: year) }
                let (dateYear, month, _) = day.date.components
                guard dateYear == year || dateYear == year - 1 && month == 12 else {
                    throw .outsideYear(day.date, year: year)
                }
                guard !day.working || day.date.weekday.isWeekend else { throw .weekdayMakeUp(day.date, year: year) }
                if named.updateValue(day, forKey: day.date) != nil {
                    let other = notices.first { other in
                        other.year != year && other.days.contains { $0.date == day.date }
                    }
                    throw .listedTwice(day.date, year: year, also: other?.year ?? year)
                }
            }
        }
        return named
    }
}

extension WorkingDayCalendar: Hashable {
    public static func == (left: WorkingDayCalendar, right: WorkingDayCalendar) -> Bool {
        left.notices == right.notices
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(notices)
    }
}

// MARK: - Single days and years

extension WorkingDayCalendar {
    /// False outside ``range``.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        Self.range.contains(date) && working.contains(date)
    }

    /// The holiday of a day off, or that for which a make-up day is worked. Nil for ordinary days.
    public func name(of date: CivilDate) -> (zh: String, en: String)? {
        if let day = named[date] { return (day.nameZh, day.nameEn) }
        guard Self.range.contains(date), !isPublished(year: date.year) else { return nil }
        return FixedHoliday(date)?.names
    }

    public func isPublished(year: Int) -> Bool {
        notices[year]?.published == true
    }

    /// True when a notice that is not out yet may still change the day: its year is unpublished, or it is one of the
    /// last seven days of December before an unpublished year. True outside ``range``.
    public func isProvisional(_ date: CivilDate) -> Bool {
        !Self.range.contains(date) || provisional.contains(date)
    }

    /// True when any of the days is provisional.
    public func isProvisional(_ dates: ClosedRange<CivilDate>) -> Bool {
        guard Self.range.contains(dates.lowerBound), Self.range.contains(dates.upperBound) else { return true }
        return provisional.rank(dates.upperBound) > provisional.rank(dates.lowerBound)
            || provisional.contains(dates.lowerBound)
    }
}

// MARK: - Counting

extension WorkingDayCalendar {
    /// Working days among `dates`; days outside ``range`` count as days off.
    public func workingDays(in dates: ClosedRange<CivilDate>) -> Int {
        rank(dates.upperBound) - rank(dates.lowerBound - 1)
    }

    /// Working days of a period; days outside ``range`` count as days off.
    public func workingDays(in period: Period) -> Int {
        workingDays(in: period.days)
    }

    /// Working days from the start of ``range`` to `date`, including it. 0 before the range, all of them after it.
    public func rank(_ date: CivilDate) -> Int {
        guard date >= Self.range.lowerBound else { return 0 }
        return working.rank(min(date, Self.range.upperBound))
    }

    /// The working day with this ``rank(_:)``, from 1. Nil when the range has fewer.
    public func select(_ rank: Int) -> CivilDate? {
        working.select(rank)
    }

    /// The `n`-th working day after `date`, or before it for a negative `n`. Counting starts on the day after (or
    /// before): `date` itself never counts, working or not. For 0 the date itself. Nil when `date` or the answer lies
    /// outside ``range``.
    public func adding(workingDays n: Int, to date: CivilDate) -> CivilDate? {
        guard Self.range.contains(date) else { return nil }
        guard n != 0 else { return date }
        let start = n > 0 ? rank(date) : rank(date - 1) + 1
        let (target, overflow) = start.addingReportingOverflow(n)
        return overflow ? nil : select(target)
    }

    /// The `n`-th working day of a period, from 1, or from −1 at its end. Nil for 0, when the period has fewer, or when
    /// it is not wholly inside ``range``.
    public func nthWorkingDay(_ n: Int, in period: Period) -> CivilDate? {
        guard covers(period) else { return nil }
        let before = rank(period.firstDay - 1)
        let count = rank(period.lastDay) - before
        guard n != 0, n.magnitude <= UInt(count) else { return nil }
        return select(n > 0 ? before + n : before + count + n + 1)
    }

    public func firstWorkingDay(in period: Period) -> CivilDate? {
        nthWorkingDay(1, in: period)
    }

    public func lastWorkingDay(in period: Period) -> CivilDate? {
        nthWorkingDay(-1, in: period)
    }

    /// True when all days of the period are known.
    func covers(_ period: Period) -> Bool {
        Self.range.contains(period.firstDay) && Self.range.contains(period.lastDay)
    }
}
