public import WorkCalendar

/// How long a clock runs.
public enum ClockLimit: Hashable, Sendable, Codable {
    /// Counting starts the day after `from`; the limit ends at `at` of the last of the working days.
    case workingDays(Int, from: CivilDate, at: TimeOfDay)
    /// Around the clock, whatever the calendar: exact to the millisecond.
    case natural(milliseconds: Int64, from: Instant)
    /// A date that somebody set.
    case date(CivilDate, at: TimeOfDay)

    /// When it ends, and whether that rests on a year that is not published yet; nil beyond the calendar.
    public func due(_ calendar: WorkingDayCalendar) -> (at: Instant, provisional: Bool)? {
        switch self {
        case .workingDays(let days, let from, let time):
            guard let last = calendar.adding(workingDays: days, to: from) else { return nil }
            return (Instant(last, time), calendar.isProvisional(min(from + 1, last)...last))
        case .natural(let milliseconds, let from):
            return (from + milliseconds, false)
        case .date(let date, let time):
            return (Instant(date, time), false)
        }
    }
}
