import FoundationEssentials
import WorkCalendar

/// The notices day by day, and due times found by walking them: nothing of the code under test but the naming of dates.
struct NaiveCalendar: Sendable {
    private struct File: Decodable {
        struct Day: Decodable {
            var date: String
            var kind: String
        }
        var year: Int
        var status: String
        var days: [Day]
    }

    /// True for a working day, for the days that are not what their weekday says.
    var exceptions: [CivilDate: Bool] = [:]
    private(set) var notices: [YearNotice] = []
    private var unpublished: Set<Int> = []

    init(years: ClosedRange<Int>) throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        for year in years {
            let data = try Data(contentsOf: root.appending(path: "Config/calendars/cn-\(year).json"))
            let file = try JSONDecoder().decode(File.self, from: data)
            var days: [NoticeDay] = []
            for day in file.days {
                guard let date = CivilDate(day.date) else { continue }
                exceptions[date] = day.kind == "work"
                days.append(NoticeDay(date: date, working: day.kind == "work", nameZh: "", nameEn: ""))
            }
            if file.status != "published" { unpublished.insert(year) }
            notices.append(
                YearNotice(
                    year: year, published: file.status == "published", title: nil, number: nil, url: nil, days: days))
        }
    }

    func isWorking(_ day: CivilDate) -> Bool {
        if let known = exceptions[day] { return known }
        if unpublished.contains(day.year), day.month == 1, day.day == 1 { return false }
        // 1970-01-01 was a Thursday.
        return ((day.ordinal + 3) % 7 + 7) % 7 < 5
    }

    func workingDays(_ days: [CivilDate]) -> [CivilDate] { days.filter(isWorking) }

    func after(_ day: CivilDate, _ count: Int) -> CivilDate {
        var (day, left) = (day, count)
        while left > 0 {
            day = day + 1
            if isWorking(day) { left -= 1 }
        }
        return day
    }
}

/// One rule of the simulated bureaus, twice: as the product reads it, and as somebody with a wall calendar would.
struct SimulatedRule: Sendable {
    enum Naive: Sendable {
        case workday(Int)
        case afterEnd(Int)
        case mondayFollowing
        case day31ModifiedFollowing
    }

    var id: Int64
    var level: PeriodKind
    var product: String
    /// Officers, or the two units, or the bureau alone.
    var fanOut: String
    var wording: String
    var naive: Naive
    var freeze: String?
    var gathers: PeriodKind?
    var waitsForAll = false

    static let banan = [
        SimulatedRule(
            id: 1, level: .day, product: "inventory", fanOut: "officers", wording: "workday 1 at 17:30",
            naive: .workday(1)),
        SimulatedRule(
            id: 2, level: .week, product: "consolidation", fanOut: "units", wording: "workday -1 at 17:30",
            naive: .workday(-1), gathers: .day),
        SimulatedRule(
            id: 3, level: .month, product: "report", fanOut: "units", wording: "after-end workday 3 at 17:30",
            naive: .afterEnd(3), freeze: "after-end workday 3 at 17:30", gathers: .week, waitsForAll: true),
        SimulatedRule(
            id: 4, level: .quarter, product: "activity", fanOut: "units", wording: "workday -1 at 17:30",
            naive: .workday(-1)),
        SimulatedRule(
            id: 5, level: .year, product: "deployment", fanOut: "scope", wording: "workday 10 at 17:30",
            naive: .workday(10)),
        SimulatedRule(
            id: 6, level: .month, product: "visit", fanOut: "units",
            wording: "day 31 roll modified-following at 17:30", naive: .day31ModifiedFollowing),
    ]

    static let jiulongpo = [
        SimulatedRule(
            id: 1, level: .day, product: "inventory", fanOut: "officers", wording: "workday 1 at 17:30",
            naive: .workday(1)),
        SimulatedRule(
            id: 2, level: .week, product: "dispatch", fanOut: "scope",
            wording: "weekday Mon roll following at 17:30", naive: .mondayFollowing, gathers: .day),
        SimulatedRule(
            id: 3, level: .month, product: "deployment", fanOut: "scope", wording: "workday 1 at 17:30",
            naive: .workday(1), gathers: .week, waitsForAll: true),
        SimulatedRule(
            id: 6, level: .month, product: "visit", fanOut: "units",
            wording: "day 31 roll modified-following at 17:30", naive: .day31ModifiedFollowing),
    ]

    /// The due day, or nil for a period without a working day.
    func due(_ days: [CivilDate], _ calendar: NaiveCalendar) -> CivilDate? {
        let working = calendar.workingDays(days)
        switch naive {
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
}
