extension WorkingDayCalendar {
    /// The working days of a published year and the count to expect, days − weekend days − statutory holidays, when
    /// they differ; nil when they agree or the year is not published.
    ///
    /// A warning, not an error: 2007, 2011, 2012 and 2020 really differ, because days were worked in the December
    /// before or a holiday was prolonged.
    public func integrityWarning(year: Int) -> (workingDays: Int, expected: Int)? {
        guard isPublished(year: year) else { return nil }
        let days = Period(kind: .year, ordinal: year)
        let count = workingDays(in: days)
        let expected = days.dayCount - Self.weekendDays(in: days) - Self.statutoryHolidays(year: year)
        return count == expected ? nil : (count, expected)
    }

    /// Statutory holidays of a year by the regulation in force (revisions of 1999, 2007, 2013 and 2024), with the
    /// additional day off of 3 September 2015.
    static func statutoryHolidays(year: Int) -> Int {
        switch year {
        case ...2007: 10
        case 2015: 12
        case 2008...2024: 11
        default: 13
        }
    }

    private static func weekendDays(in period: Period) -> Int {
        let wholeWeeks = period.dayCount / 7
        let rest = (period.firstDay + wholeWeeks * 7).ordinal..<(period.lastDay + 1).ordinal
        return wholeWeeks * 2 + rest.count(where: { CivilDate(ordinal: $0).weekday.isWeekend })
    }
}
