public import WorkCalendar

/// A period as people write it, in Chinese or English.
///
/// Words: 今天 昨天 本周 上周 下周 本月 上月 下月 本季 上季 下季 今年 去年 明年, `this-week last-month next-year`; with a
/// `kind`, also 本期 上期 下期 and `this last next`. Keys: `2026-11-23`, `2026-W48`, `2026-11`, `2026-Q4`, `2026`, and
/// `W48`, `Q4`, `11月` of this year, `2026年11月`, `2026年`, `四季度`, `2026年第4季度`. Every form of ``DateWord`` is the
/// day it names, or with a longer `kind` the period of that kind that has the day in it.
public enum PeriodWord {
    public static func parse(_ text: String, today: CivilDate, kind: PeriodKind? = nil) -> Period? {
        let word = DateWord.folded(text)
        if let kind, let steps = relativeSteps[word] { return Period(kind, containing: today).advanced(by: steps) }
        guard let period = named(word, today: today) else { return nil }
        guard let kind, period.kind != kind else { return period }
        return period.kind == .day ? Period(kind, containing: period.firstDay) : nil
    }

    private static func named(_ word: String, today: CivilDate) -> Period? {
        if let (kind, steps) = relative[word] { return Period(kind, containing: today).advanced(by: steps) }
        if let period = Period(word) { return period }
        if word.hasPrefix("w") || word.hasPrefix("q") { return Period("\(today.year)-\(word)") }
        if let period = quarter(word, today: today) { return period }
        if word.hasSuffix("年"), let year = String(word.dropLast()).year { return Period(key(year)) }
        if word.hasSuffix("月"), let (year, month) = DateWord.yearAndMonth(word.dropLast(), today: today) {
            return Period("\(key(year))-\(month < 10 ? "0" : "")\(month)")
        }
        return DateWord.parse(word, today: today).map { Period(.day, containing: $0) }
    }

    /// `四季度`, `第4季度`, `2026年四季度`, `2026年第4季度`.
    private static func quarter(_ word: String, today: CivilDate) -> Period? {
        guard word.hasSuffix("季度") else { return nil }
        var rest = word.dropLast(2)
        var year = today.year
        if let mark = rest.firstIndex(of: "年") {
            guard let written = String(rest[..<mark]).year else { return nil }
            year = written
            rest = rest[rest.index(after: mark)...]
        }
        if rest.first == "第" { rest.removeFirst() }
        let numbers = ["1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4]
        return numbers[String(rest)].flatMap { Period("\(key(year))-Q\($0)") }
    }

    private static func key(_ year: Int) -> String { String(year) }

    private static let relativeSteps = [
        "本期": 0, "上期": -1, "下期": 1, "this": 0, "last": -1, "previous": -1, "next": 1,
    ]

    private static let relative: [String: (PeriodKind, Int)] = {
        var words: [String: (PeriodKind, Int)] = [
            "今年": (.year, 0), "本年": (.year, 0), "本年度": (.year, 0), "去年": (.year, -1), "上年": (.year, -1),
            "上年度": (.year, -1), "前年": (.year, -2), "明年": (.year, 1), "下年": (.year, 1), "下年度": (.year, 1),
        ]
        let chinese: [([String], PeriodKind)] = [
            (["周", "星期", "礼拜"], .week), (["月"], .month), (["季", "季度"], .quarter),
        ]
        for (names, kind) in chinese {
            for name in names {
                for (prefix, steps) in [("本", 0), ("这", 0), ("上", -1), ("上上", -2), ("下", 1), ("下下", 2)] {
                    words[prefix + name] = (kind, steps)
                    words[prefix + "个" + name] = (kind, steps)
                }
            }
        }
        let english: [(String, PeriodKind)] = [
            ("day", .day), ("week", .week), ("month", .month), ("quarter", .quarter), ("year", .year),
        ]
        for (name, kind) in english {
            for (prefix, steps) in [("this", 0), ("last", -1), ("previous", -1), ("next", 1)] {
                words["\(prefix)-\(name)"] = (kind, steps)
                words["\(prefix) \(name)"] = (kind, steps)
            }
        }
        return words
    }()
}
