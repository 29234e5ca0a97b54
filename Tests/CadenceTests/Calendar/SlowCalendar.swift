import WorkCalendar

/// Working days looked up one at a time in the notices: the naive way, as a yardstick.
struct SlowCalendar {
    private let exceptions: [String: Bool]

    init() throws { exceptions = try StatutoryCalendar.exceptions() }

    func isWorking(_ date: CivilDate) -> Bool {
        if let named = exceptions[date.description] { return named }
        // 1970-01-01 was a Thursday.
        let weekday = ((date.ordinal + 3) % 7 + 7) % 7
        // 2027 is not published: of its holidays only the fixed ones are known, of January the first day.
        return weekday < 5 && date.description != "2027-01-01"
    }

    /// The `count`-th working day of `days`, from 1; from the end when negative.
    func working(_ count: Int, in days: [CivilDate]) -> CivilDate? {
        let found = days.filter(isWorking)
        guard !found.isEmpty else { return nil }
        return count > 0 ? found[min(count, found.count) - 1] : found[max(0, found.count + count)]
    }

    func working(_ count: Int, after date: CivilDate) -> CivilDate {
        var day = date
        var left = count
        while left > 0 {
            day = day + 1
            if isWorking(day) { left -= 1 }
        }
        return day
    }

    /// The date itself or the first working day after it.
    func following(_ date: CivilDate) -> CivilDate {
        var day = date
        while !isWorking(day) { day = day + 1 }
        return day
    }
}
