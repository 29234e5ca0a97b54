import FoundationEssentials
import WorkCalendar

/// The calendar files of the product.
enum StatutoryCalendar {
    private struct Document: Decodable {
        struct Day: Decodable {
            var date: CivilDate
            var kind: String
        }

        var year: Int
        var status: String
        var days: [Day]
    }

    /// The years that the comparisons run over; all of them are published.
    static let years = 2007...2026

    static func load(_ directory: String) throws -> WorkingDayCalendar {
        try WorkingDayCalendar(
            notices: years.map { year in
                guard let data = FileManager.default.contents(atPath: "\(directory)/cn-\(year).json") else {
                    throw Failure("no calendar of \(year) in \(directory)")
                }
                let document = try JSONDecoder().decode(Document.self, from: data)
                return YearNotice(
                    year: year, published: document.status == "published",
                    days: document.days.map {
                        NoticeDay(date: $0.date, working: $0.kind == "work", nameZh: "", nameEn: "")
                    })
            })
    }

    /// Every week has its Friday.
    static func withoutHolidays() throws -> WorkingDayCalendar {
        try WorkingDayCalendar(notices: years.map { YearNotice(year: $0, published: true) })
    }
}
