import Labels
import Promotion
import WorkCalendar

/// Dates and periods as people write them, with the refusal that names what would have been understood.
enum DateReading {
    static func date(_ text: String, today: CivilDate) throws -> CivilDate {
        if let date = DateWord.parse(text, today: today) { return date }
        throw ZhaoshangError(
            .badDate, zh: "看不懂的日期：\(text)", en: "not a date: \(text)",
            hint: Phrase(
                zh: "例如：2026-11-23、11-23、今天、昨天、周五、月底", en: "for example: 2026-11-23, 11-23, today, yesterday, fri"),
            details: ["date": .text(text)])
    }

    static func period(_ text: String, today: CivilDate, kind: PeriodKind? = nil) throws -> Period {
        if let period = PeriodWord.parse(text, today: today, kind: kind), kind == nil || period.kind == kind {
            return period
        }
        throw ZhaoshangError(
            .badPeriod, zh: kind.map { "不是\(Self.zh($0))：\(text)" } ?? "看不懂的期间：\(text)",
            en: "not a \(kind?.rawValue ?? "period"): \(text)",
            hint: kind.map { Phrase(zh: "例如：\(Self.example($0))", en: "for example: \(Self.example($0))") }
                ?? Phrase(
                    zh: "例如：2026-11-23、2026-W48、2026-11、2026-Q4、2026、本周、上月",
                    en: "for example: 2026-11-23, 2026-W48, 2026-11, 2026-Q4, 2026, this-week, last-month"),
            details: ["period": .text(text)])
    }

    static func example(_ kind: PeriodKind) -> String {
        switch kind {
        case .day: "2026-11-23"
        case .week: "2026-W48"
        case .month: "2026-11"
        case .quarter: "2026-Q4"
        case .year: "2026"
        }
    }

    private static func zh(_ kind: PeriodKind) -> String {
        switch kind {
        case .day: "日期"
        case .week: "周"
        case .month: "月份"
        case .quarter: "季度"
        case .year: "年份"
        }
    }

    static func level(_ text: String) throws -> PeriodKind {
        let levels: [String: PeriodKind] = [
            "day": .day, "daily": .day, "日": .day, "week": .week, "weekly": .week, "周": .week, "month": .month,
            "monthly": .month, "月": .month, "quarter": .quarter, "quarterly": .quarter, "季": .quarter, "year": .year,
            "yearly": .year, "年": .year,
        ]
        if let level = levels[text.lowercased()] { return level }
        throw ZhaoshangError(
            .usage, zh: "未知的层级：\(text)", en: "unknown level: \(text)",
            hint: Phrase(
                zh: "可用：daily weekly monthly quarterly yearly", en: "one of: daily weekly monthly quarterly yearly"))
    }
}
