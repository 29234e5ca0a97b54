import FoundationEssentials
import Testing
import WorkCalendar

/// The calendar of the shipped notices, 2007 to 2026 published and 2027 not.
enum StatutoryCalendar {
    private static let notices = Result { try (2007...2027).map(read) }
    private static let calendar = Result { try WorkingDayCalendar(notices: notices.get()) }

    static func load() throws -> WorkingDayCalendar { try calendar.get() }
    static func loadNotices() throws -> [YearNotice] { try notices.get() }

    private struct File: Decodable {
        struct Notice: Decodable {
            var title: String
            var number: String?
            var url: String?
        }
        struct Day: Decodable {
            var date: CivilDate
            var kind: String
            var nameZh: String
            var nameEn: String

            enum CodingKeys: String, CodingKey {
                case date, kind
                case nameZh = "name_zh"
                case nameEn = "name_en"
            }
        }
        var year: Int
        var status: String
        var notice: Notice?
        var days: [Day]
    }

    private static func read(year: Int) throws -> YearNotice {
        let data = try Data(contentsOf: Vectors.root.appending(path: "Config/calendars/cn-\(year).json"))
        let file = try JSONDecoder().decode(File.self, from: data)
        let days = file.days.map { day in
            NoticeDay(date: day.date, working: day.kind == "work", nameZh: day.nameZh, nameEn: day.nameEn)
        }
        return YearNotice(
            year: file.year, published: file.status == "published", title: file.notice?.title,
            number: file.notice?.number, url: file.notice?.url, days: days)
    }
}

/// A date that the test itself writes down correctly.
func date(_ text: String) throws -> CivilDate {
    try #require(CivilDate(text), "\(text)")
}

func period(_ key: String) throws -> Period {
    try #require(Period(key), "\(key)")
}

/// `min...max` of two dates given as text.
func dates(_ first: String, _ last: String) throws -> ClosedRange<CivilDate> {
    try date(first)...date(last)
}
