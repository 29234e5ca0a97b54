import FoundationEssentials
import Testing
import WorkCalendar

/// The shipped notices, read by the test itself: 2007 to 2026 published, 2027 not.
enum StatutoryCalendar {
    private static let files = Result { try (2007...2027).map(File.read) }
    private static let calendar = Result { try WorkingDayCalendar(notices: files.get().map(\.asNotice)) }

    static func load() throws -> WorkingDayCalendar { try calendar.get() }

    /// Days of the notices that are not what their weekday says, without any of the code under test.
    static func exceptions() throws -> [String: Bool] {
        var days: [String: Bool] = [:]
        for file in try files.get() {
            for day in file.days { days[day.date] = day.kind == "work" }
        }
        return days
    }

    private struct File: Decodable {
        struct Day: Decodable {
            var date: String
            var kind: String
        }

        var year: Int
        var status: String
        var days: [Day]

        var asNotice: YearNotice {
            YearNotice(
                year: year, published: status == "published", title: nil, number: nil, url: nil,
                days: days.compactMap { day in
                    CivilDate(day.date).map {
                        NoticeDay(date: $0, working: day.kind == "work", nameZh: "", nameEn: "")
                    }
                })
        }

        static func read(year: Int) throws -> File {
            var root = URL(filePath: #filePath)
            for _ in 0..<4 { root.deleteLastPathComponent() }
            let data = try Data(contentsOf: root.appending(path: "Config/calendars/cn-\(year).json"))
            return try JSONDecoder().decode(File.self, from: data)
        }
    }
}

// What the test writes down itself is expected to be well-formed.

func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text), "\(text)") }
func period(_ key: String) throws -> Period { try #require(Period(key), "\(key)") }
func dates(_ first: String, _ last: String) throws -> ClosedRange<CivilDate> { try date(first)...date(last) }

/// `2026-03-02T17:30`, at +08:00.
func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text), "\(text)") }
