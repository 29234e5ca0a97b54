public import WorkCalendar

/// A day as people write it, in Chinese or English.
///
/// Words: 今天 昨天 前天 大前天 明天 后天 大后天, today yesterday tomorrow; 周五 星期五 礼拜五, fri, friday (of this week,
/// which begins on Monday), 上周五 下周一, last-fri next-monday; 月初 月底 季初 季末 年初 年底, month-end quarter-end
/// year-end. Numbers: `2026-11-23`, `2026/11/23`, `11-23`, `11月23日`, `2026年11月23日`, `23日`; what is left out is
/// today's year and month. Full-width characters count as their half-width forms. A word for more than a day (上月) is
/// no date.
public enum DateWord {
    public static func parse(_ text: String, today: CivilDate) -> CivilDate? {
        let word = folded(text)
        if let distance = distances[word] { return today + distance }
        if let (kind, edge) = edges[word] {
            let period = Period(kind, containing: today)
            return edge == .first ? period.firstDay : period.lastDay
        }
        return dayOfWeek(word, today: today) ?? writtenDate(word, today: today)
    }

    /// Half-width, lower case, without white space at the ends.
    static func folded(_ text: String) -> String {
        let scalars = HalfWidth.text(text).trimmingSpace.unicodeScalars.map(\.lowercasedASCII)
        return String(String.UnicodeScalarView(scalars))
    }

    private static let distances = [
        "今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "大前天": -3, "明天": 1, "明日": 1, "后天": 2, "大后天": 3,
        "today": 0, "yesterday": -1, "tomorrow": 1,
    ]

    private enum Edge {
        case first, last
    }

    private static let edges: [String: (PeriodKind, Edge)] = [
        "周初": (.week, .first), "周末": (.week, .last), "week-end": (.week, .last),
        "月初": (.month, .first), "月底": (.month, .last), "月末": (.month, .last), "本月底": (.month, .last),
        "month-end": (.month, .last), "季初": (.quarter, .first), "季末": (.quarter, .last), "季底": (.quarter, .last),
        "quarter-end": (.quarter, .last), "年初": (.year, .first), "年底": (.year, .last), "年末": (.year, .last),
        "year-end": (.year, .last),
    ]

    private static func dayOfWeek(_ word: String, today: CivilDate) -> CivilDate? {
        let shifts = [
            ("上上", -2), ("上个", -1), ("上", -1), ("下下", 2), ("下个", 1), ("下", 1), ("本", 0), ("这个", 0), ("这", 0),
            ("last-", -1), ("next-", 1), ("this-", 0), ("", 0),
        ]
        for (prefix, weeks) in shifts where word.hasPrefix(prefix) {
            guard let index = weekdays[String(word.dropFirst(prefix.count))] else { continue }
            return Period(.week, containing: today).firstDay + index + 7 * weeks
        }
        return nil
    }

    /// Days after Monday.
    private static let weekdays: [String: Int] = {
        var weekdays: [String: Int] = [:]
        let chinese = ["一", "二", "三", "四", "五", "六", "日"]
        let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        for (index, name) in chinese.enumerated() {
            for week in ["周", "星期", "礼拜"] { weekdays[week + name] = index }
        }
        for week in ["周", "星期", "礼拜"] { weekdays[week + "天"] = 6 }
        for (index, name) in english.enumerated() {
            weekdays[name] = index
            weekdays[String(name.prefix(3))] = index
        }
        return weekdays
    }()

    private static func writtenDate(_ word: String, today: CivilDate) -> CivilDate? {
        if let day = word.number(before: ["日", "号"]) {
            return CivilDate(year: today.year, month: today.month, day: day)
        }
        if word.contains("月") {
            let halves = word.split(separator: "月", omittingEmptySubsequences: false)
            guard halves.count == 2, let (year, month) = yearAndMonth(halves[0], today: today) else { return nil }
            guard let day = String(halves[1]).number(before: ["日", "号", ""]) else { return nil }
            return CivilDate(year: year, month: month, day: day)
        }
        for separator in ["-", "/", "."] where word.contains(separator) {
            let parts = word.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            switch parts.count {
            case 2 where separator != ".":
                guard let month = parts[0].number(before: [""]), let day = parts[1].number(before: [""]) else {
                    return nil
                }
                return CivilDate(year: today.year, month: month, day: day)
            case 3:
                guard let year = parts[0].year, let month = parts[1].number(before: [""]),
                    let day = parts[2].number(before: [""])
                else { return nil }
                return CivilDate(year: year, month: month, day: day)
            default: return nil
            }
        }
        return nil
    }

    /// `11`, or `2026年11`.
    static func yearAndMonth(_ text: Substring, today: CivilDate) -> (year: Int, month: Int)? {
        let parts = text.split(separator: "年", omittingEmptySubsequences: false).map(String.init)
        guard let month = parts.last?.number(before: [""]), (1...12).contains(month) else { return nil }
        if parts.count == 1 { return (today.year, month) }
        guard parts.count == 2, let year = parts[0].year else { return nil }
        return (year, month)
    }
}

extension String {
    /// One or two digits before exactly one of `suffixes`.
    func number(before suffixes: [String]) -> Int? {
        for suffix in suffixes where hasSuffix(suffix) {
            let digits = dropLast(suffix.count)
            if (1...2).contains(digits.unicodeScalars.count), digits.unicodeScalars.allSatisfy(\.isDigit) {
                return Int(digits)
            }
        }
        return nil
    }

    /// Four digits that name a year in which days can be counted.
    var year: Int? {
        guard unicodeScalars.count == 4, unicodeScalars.allSatisfy(\.isDigit), let year = Int(self) else { return nil }
        return CivilDate.readableYears.contains(year) ? year : nil
    }
}
