import FoundationEssentials
import WorkCalendar

/// The notices day by day: nothing of the code under test but the naming of dates.
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
    private(set) var exceptions: [CivilDate: Bool] = [:]
    /// What the notices have been revised to, beside what came out.
    private(set) var revisions: [CivilDate: Bool] = [:]
    private(set) var notices: [Int: YearNotice] = [:]
    private var published: Set<Int> = []

    /// The notices that had come out by the first day; those of later years are known as not published.
    init(years: ClosedRange<Int>, published last: Int) throws {
        for year in years {
            if year <= last {
                try publish(year)
            } else {
                notices[year] = YearNotice(year: year, published: false, title: nil, number: nil, url: nil, days: [])
            }
        }
    }

    mutating func publish(_ year: Int) throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let data = try Data(contentsOf: root.appending(path: "Config/calendars/cn-\(year).json"))
        let file = try JSONDecoder().decode(File.self, from: data)
        guard file.status == "published" else { return }
        published.insert(year)
        var days: [NoticeDay] = []
        for day in file.days {
            guard let date = CivilDate(day.date) else { continue }
            exceptions[date] = day.kind == "work"
            days.append(NoticeDay(date: date, working: day.kind == "work", nameZh: "", nameEn: ""))
        }
        notices[year] = YearNotice(year: year, published: true, title: nil, number: nil, url: nil, days: days)
    }

    /// A make-up day is revoked, or a working day becomes a day off; nil where the notice of its year says nothing yet.
    mutating func revise(_ day: CivilDate) -> YearNotice? {
        // The last days of December may stand in the notice of the year to come.
        let year = notices[day.year + 1]?.days.contains { $0.date == day } == true ? day.year + 1 : day.year
        guard var notice = notices[year], notice.published, isWorking(day) else { return nil }
        if exceptions[day] == true {
            exceptions[day] = nil
            notice.days.removeAll { $0.date == day }
        } else {
            exceptions[day] = false
            notice.days.append(NoticeDay(date: day, working: false, nameZh: "", nameEn: ""))
            notice.days.sort { $0.date < $1.date }
        }
        revisions[day] = false
        notices[year] = notice
        return notice
    }

    var revision: SimulationOutcome.Revision {
        SimulationOutcome.Revision(published: published.max() ?? 0, days: revisions)
    }

    func isPublished(_ year: Int) -> Bool { published.contains(year) }

    func isMakeUp(_ day: CivilDate) -> Bool { exceptions[day] == true }

    func isWorking(_ day: CivilDate) -> Bool {
        if let known = exceptions[day] { return known }
        if !published.contains(day.year), Self.isFixedHoliday(day) { return false }
        // 1970-01-01 was a Thursday.
        return ((day.ordinal + 3) % 7 + 7) % 7 < 5
    }

    /// Those that need no notice to be known, on their own days.
    private static func isFixedHoliday(_ day: CivilDate) -> Bool {
        switch (day.month, day.day) {
        case (1, 1), (5, 1), (10, 1), (10, 2), (10, 3): true
        // The second day in May came in 2025.
        case (5, 2): day.year >= 2025
        default: false
        }
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
