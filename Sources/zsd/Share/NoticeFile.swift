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
        } catch let error as DecodingError {
            throw problem(at: error)
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

    /// Names the place as the file's author sees it: `days[3].name_zh`.
    private static func problem(at error: DecodingError) -> ZhaoshangError {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce("") { text, key in
                key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? "" : text + ".") + key.stringValue
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            let name = place(context.codingPath + [key])
            return problem(zh: "日历文件缺少 \(name)", en: "the calendar file lacks \(name)")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            let name = place(context.codingPath)
            return problem(zh: "日历文件的 \(name) 类型不对", en: "\(name) of the calendar file is of another type")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            let name = place(context.codingPath)
            return problem(
                zh: "日历文件的 \(name) 有误：\(context.debugDescription)",
                en: "\(name) of the calendar file is wrong: \(context.debugDescription)")
        default: return problem(zh: "日历文件不是 JSON", en: "the calendar file is not JSON")
        }
    }

    private static func problem(zh: String, en: String) -> ZhaoshangError {
        ZhaoshangError(
            .badCalendar, zh: zh, en: en,
            hint: Phrase(
                zh: "格式见随产品提供的 calendars/cn-2026.json", en: "see calendars/cn-2026.json that ships with the product"))
    }
}
