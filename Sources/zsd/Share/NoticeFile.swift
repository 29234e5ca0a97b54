import FoundationEssentials
import Labels
import WorkCalendar

/// A year's notice as a file: `calendars/cn-2026.json`.
enum NoticeFile {
    private struct Document: Decodable {
        struct Notice: Decodable {
            var title: String?
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

    static func parse(_ text: String) throws -> YearNotice {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        } catch {
            throw problem(zh: "不是日历文件：\(error)", en: "not a calendar file: \(error)")
        }
        guard (1990...2150).contains(document.year) else {
            throw problem(zh: "年份超出范围：\(document.year)", en: "year out of range: \(document.year)")
        }
        guard ["published", "unpublished"].contains(document.status) else {
            throw problem(zh: "未知的 status：\(document.status)", en: "unknown status: \(document.status)")
        }
        let days = try document.days.map { day in
            guard ["off", "work"].contains(day.kind) else {
                throw problem(zh: "\(day.date) 的 kind 应为 off 或 work", en: "\(day.date): kind is off or work")
            }
            return NoticeDay(
                date: day.date, working: day.kind == "work", nameZh: day.nameZh, nameEn: day.nameEn)
        }
        return YearNotice(
            year: document.year, published: document.status == "published", title: document.notice?.title,
            number: document.notice?.number, url: document.notice?.url, days: days)
    }

    private static func problem(zh: String, en: String) -> ZhaoshangError {
        ZhaoshangError(
            .badCalendar, zh: zh, en: en,
            hint: Phrase(
                zh: "格式见随产品提供的 calendars/cn-2026.json", en: "see calendars/cn-2026.json that ships with the product"))
    }
}
