/// Why notices cannot make a calendar.
public struct CalendarProblem: Error, Hashable, Sendable {
    /// One of `weekday-make-up`, `listed-twice`, `outside-year`, `outside-range`, `year-twice`, `unpublished-days`.
    public let code: String
    public let message: String
    /// The year of the notice at fault.
    public let year: Int
    public let date: CivilDate?

    static func weekdayMakeUp(_ date: CivilDate, year: Int) -> CalendarProblem {
        CalendarProblem(
            code: "weekday-make-up",
            message: "\(date) is a \(date.weekday): a make-up working day is a Saturday or a Sunday",
            year: year, date: date)
    }

    static func listedTwice(_ date: CivilDate, year: Int, also other: Int) -> CalendarProblem {
        let place = year == other ? "twice in the notice for \(year)" : "in the notices for \(other) and \(year)"
        return CalendarProblem(code: "listed-twice", message: "\(date) stands \(place)", year: year, date: date)
    }

    static func outsideYear(_ date: CivilDate, year: Int) -> CalendarProblem {
        CalendarProblem(
            code: "outside-year",
            message: "\(date) is neither in \(year) nor in December \(year - 1)",
            year: year, date: date)
    }

    static func outsideRange(year: Int) -> CalendarProblem {
        let range = WorkingDayCalendar.range
        return CalendarProblem(
            code: "outside-range",
            message: "\(year) is outside \(range.lowerBound) to \(range.upperBound)",
            year: year, date: nil)
    }

    static func yearTwice(_ year: Int) -> CalendarProblem {
        CalendarProblem(
            code: "year-twice", message: "there are two notices for \(year)", year: year, date: nil)
    }

    static func unpublishedDays(_ date: CivilDate, year: Int) -> CalendarProblem {
        CalendarProblem(
            code: "unpublished-days",
            message: "the notice for \(year) is unpublished, but it lists \(date)",
            year: year, date: date)
    }
}
