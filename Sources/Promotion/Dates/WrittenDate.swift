public import Labels
public import WorkCalendar

/// A day as it stands in a cell of a ledger: with its year, or that of the whole ledger, and never relative to today.
///
/// `2026-11-23`, `2026/11/23`, `2026.11.23`, `2026年11月23日`, `20261123`, `23-Nov-2026`, each also with a time of day
/// behind it, which is dropped; and the five digits of a spreadsheet's day number, as they are left when a date loses
/// its format. Full-width characters count as their half-width forms.
public enum WrittenDate {
    public enum Problem: Error, Hashable, Sendable {
        /// `11/23/2026`, `03/04/2026`: which number is the month depends on who wrote it.
        case yearLast
        /// `26-11-23`, `11月23日`.
        case noYear
        /// Written as a date, but the calendar has no such day.
        case noSuchDay
        case unreadable
    }

    /// - Parameter year: of days that are written without one (`11月23日`, `11-23`, `11/23`), where somebody has said that
    ///   the whole ledger is of that year.
    public static func parse(_ text: String, year: Int? = nil) throws(Problem) -> CivilDate {
        // The form that most files have, read without the others.
        if text.utf8.count == 10, let date = CivilDate(text) { return date }
        let word = withoutTime(DateWord.folded(text))
        if word.unicodeScalars.allSatisfy(\.isDigit) { return try digits(word) }
        if let date = try chinese(word, year) { return date }
        for separator in ["-", "/", "."] {
            let parts = word.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 1 else { continue }
            // 11.23 is a number.
            if parts.count == 2, separator != ".", let year, parts.allSatisfy({ $0.count <= 2 }) {
                return try separated([String(year)] + parts)
            }
            return try separated(parts)
        }
        throw .unreadable
    }

    /// A time of day behind a space or a T.
    private static func withoutTime(_ word: String) -> String {
        guard let colon = word.firstIndex(of: ":"),
            let gap = word[..<colon].lastIndex(where: { $0 == " " || $0 == "t" })
        else { return word }
        return String(word[..<gap]).trimmingSpace
    }

    /// `20261123`, or the number of days since 30 December 1899.
    private static func digits(_ word: String) throws(Problem) -> CivilDate {
        guard let number = Int(word) else { throw .unreadable }
        if word.count == 8 { return try date(number / 10_000, number / 100 % 100, number % 100) }
        // Days of 1954 to 2119; what else has five digits is no date of a ledger.
        guard word.count == 5, (20_000..<80_500).contains(number) else { throw .unreadable }
        guard let epoch = CivilDate(year: 1970, month: 1, day: 1) else { throw .unreadable }
        return epoch + (number - 25_569)
    }

    private static func chinese(_ text: String, _ ledger: Int?) throws(Problem) -> CivilDate? {
        var word = text.filter { $0 != " " }
        guard word.contains("月") else { return nil }
        if !word.contains("年"), let ledger { word = "\(ledger)年" + word }
        guard let month = word.firstIndex(of: "月"), let year = word.firstIndex(of: "年"), year < month else {
            throw .noYear
        }
        let parts = [
            String(word[..<year]), String(word[word.index(after: year)..<month]),
            String(word[word.index(after: month)...]),
        ]
        guard let yearNumber = fourDigits(parts[0]), let monthNumber = parts[1].number(before: [""]),
            let day = parts[2].number(before: ["日", "号", ""])
        else { throw .unreadable }
        return try date(yearNumber, monthNumber, day)
    }

    private static func separated(_ parts: [String]) throws(Problem) -> CivilDate {
        guard parts.count == 3 else { throw parts.count == 2 ? .noYear : .unreadable }
        if let year = fourDigits(parts[0]) {
            guard let month = parts[1].number(before: [""]), let day = parts[2].number(before: [""]) else {
                throw .unreadable
            }
            return try date(year, month, day)
        }
        let isYearLast = fourDigits(parts[2]) != nil
        if let month = months[String(parts[1].prefix(3))], parts[1].count >= 3, let day = parts[0].number(before: [""])
        {
            guard let year = fourDigits(parts[2]) else { throw .noYear }
            return try date(year, month, day)
        }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { throw .unreadable }
        throw isYearLast ? .yearLast : .noYear
    }

    private static let months = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12,
    ]

    private static func fourDigits(_ text: String) -> Int? {
        text.unicodeScalars.count == 4 && text.unicodeScalars.allSatisfy(\.isDigit) ? Int(text) : nil
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> CivilDate {
        guard CivilDate.readableYears.contains(year), let date = CivilDate(year: year, month: month, day: day) else {
            throw .noSuchDay
        }
        return date
    }
}

extension WrittenDate.Problem {
    public var message: Phrase {
        switch self {
        case .yearLast: Phrase(zh: "月和日的先后不明", en: "it is not clear which number is the month")
        case .noYear: Phrase(zh: "日期没有写明四位年份", en: "the date has no year of four digits")
        case .noSuchDay: Phrase(zh: "没有这一天", en: "there is no such day")
        case .unreadable: Phrase(zh: "看不懂的日期", en: "not a date")
        }
    }

    public var hint: Phrase {
        if self == .noYear {
            return Phrase(
                zh: "写成 2026-11-23 或 2026年11月23日；整份台账是同一年的：--year 2026",
                en: "write 2026-11-23 or 2026年11月23日; when all of the ledger is of one year: --year 2026")
        }
        return Phrase(
            zh: "写成 2026-11-23、2026/11/23 或 2026年11月23日", en: "write 2026-11-23, 2026/11/23 or 2026年11月23日")
    }
}
