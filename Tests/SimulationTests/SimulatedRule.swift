import WorkCalendar

/// One rule of the simulated bureaus, twice: as the product reads it, and as somebody with a wall calendar would.
struct SimulatedRule: Sendable {
    enum Naive: Sendable {
        case workday(Int)
        case afterEnd(Int)
        case mondayFollowing
        case day31ModifiedFollowing

        /// The due day, or nil for a period without a working day.
        func due(_ days: [CivilDate], _ calendar: NaiveCalendar) -> CivilDate? {
            let working = calendar.workingDays(days)
            switch self {
            case .workday(let count):
                guard !working.isEmpty else { return nil }
                return count > 0 ? working[min(count, working.count) - 1] : working[max(0, working.count + count)]
            case .afterEnd(let count): return calendar.after(days[days.count - 1], count)
            case .mondayFollowing:
                guard !working.isEmpty else { return nil }
                var day = days[0]
                while !calendar.isWorking(day) { day = day + 1 }
                return day
            case .day31ModifiedFollowing:
                guard !working.isEmpty else { return nil }
                let last = days[days.count - 1]
                return calendar.isWorking(last) ? last : working[working.count - 1]
            }
        }

        var wording: String {
            switch self {
            case .workday(let count): "workday \(count)"
            case .afterEnd(let count): "after-end workday \(count)"
            case .mondayFollowing: "weekday Mon roll following"
            case .day31ModifiedFollowing: "day 31 roll modified-following"
            }
        }
    }

    var id: Int64
    var level: PeriodKind
    var product: String
    /// Officers, or the two units, or the bureau alone.
    var fanOut: String
    var naive: Naive
    /// Minutes after midnight.
    var time: Int64
    var freeze: String?
    var gathers: PeriodKind?
    var waitsForAll = false

    static func wording(_ naive: Naive, at time: Int64) -> String {
        let (hours, minutes) = (time / 60, time % 60)
        return "\(naive.wording) at \(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }

    /// As the profile of Banan has them; its report waits for all consolidations, so that waiting is played, and there
    /// are visits by the end of the month, so that rolling is.
    static let banan = [
        SimulatedRule(
            id: 1, level: .day, product: "inventory", fanOut: "officers", naive: .workday(1), time: 1_050),
        SimulatedRule(
            id: 2, level: .week, product: "consolidation", fanOut: "units", naive: .workday(-1), time: 960,
            freeze: "after-end workday 1 at 12:00", gathers: .day),
        SimulatedRule(
            id: 3, level: .month, product: "report", fanOut: "units", naive: .afterEnd(3), time: 1_050,
            freeze: "after-end workday 3 at 17:30", gathers: .week, waitsForAll: true),
        SimulatedRule(
            id: 4, level: .quarter, product: "activity", fanOut: "units", naive: .workday(-1), time: 1_050,
            gathers: .month),
        SimulatedRule(
            id: 5, level: .year, product: "deployment", fanOut: "scope", naive: .workday(10), time: 1_050),
        SimulatedRule(
            id: 6, level: .month, product: "visit", fanOut: "units", naive: .day31ModifiedFollowing, time: 1_050),
        SimulatedRule(
            id: 7, level: .quarter, product: "custom", fanOut: "units", naive: .workday(5), time: 1_050),
        SimulatedRule(
            id: 8, level: .year, product: "custom", fanOut: "scope", naive: .afterEnd(10), time: 1_050,
            gathers: .quarter),
    ]

    /// As the profile of Jiulongpo has them, and visits as above.
    static let jiulongpo = [
        SimulatedRule(
            id: 1, level: .day, product: "inventory", fanOut: "officers", naive: .workday(1), time: 1_050),
        SimulatedRule(
            id: 2, level: .week, product: "dispatch", fanOut: "scope", naive: .mondayFollowing, time: 540,
            freeze: "after-end workday 1 at 12:00", gathers: .day),
        SimulatedRule(
            id: 3, level: .month, product: "deployment", fanOut: "scope", naive: .workday(1), time: 540,
            freeze: "after-end workday 3 at 17:30", gathers: .week),
        SimulatedRule(
            id: 6, level: .month, product: "visit", fanOut: "units", naive: .day31ModifiedFollowing, time: 1_050),
    ]
}
