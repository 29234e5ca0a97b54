/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// Its text is ISO 8601: `2026-11-23`. Texts and `init(year:month:day:)` accept the years 1900 to 2199; arithmetic is
/// not limited to them.
public struct CivilDate: Hashable, Sendable {
    /// Days since 1970-01-01.
    public let ordinal: Int

    public init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// Nil when there is no such day, or the year is outside ``readableYears``.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.readableYears.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.dayCount(ofMonth: month, year: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    /// Reads `YYYY-MM-DD` and nothing else.
    public init?(_ text: String) {
        var scanner = ByteScanner(text)
        guard let date = Self(scanning: &scanner), scanner.isAtEnd else { return nil }
        self = date
    }

    /// The years that texts may name.
    public static let readableYears = 1900...2199

    public var year: Int { components.year }
    /// 1 to 12.
    public var month: Int { components.month }
    /// Day of the month, from 1.
    public var day: Int { components.day }
    /// 1 to 366.
    public var dayOfYear: Int { ordinal - Self.ordinal(ofNewYear: year) + 1 }

    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, three days after a Monday.
        Weekday(daysAfterMonday: (ordinal + 3).flooredRemainder(by: 7))
    }

    public static func + (date: CivilDate, days: Int) -> CivilDate {
        CivilDate(ordinal: date.ordinal + days)
    }

    public static func - (date: CivilDate, days: Int) -> CivilDate {
        CivilDate(ordinal: date.ordinal - days)
    }

    /// Days from `earlier` to `later`.
    public static func - (later: CivilDate, earlier: CivilDate) -> Int {
        later.ordinal - earlier.ordinal
    }
}

extension CivilDate: Strideable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.ordinal < right.ordinal }
    public func distance(to other: CivilDate) -> Int { other.ordinal - ordinal }
    public func advanced(by days: Int) -> CivilDate { self + days }
}

extension CivilDate: CustomStringConvertible {
    public var description: String {
        let (year, month, day) = components
        return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
    }
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.value(CivilDate.init, form: "a date YYYY-MM-DD")
    }

    public func encode(to encoder: any Encoder) throws {
        try encoder.put(description)
    }
}

// MARK: - Calendar arithmetic

extension CivilDate {
    /// Days from 0001-01-01 to 1970-01-01.
    private static let epoch = 719_162

    /// For days known to exist, in any year.
    init(unchecked year: Int, _ month: Int, _ day: Int) {
        self.init(ordinal: Self.ordinal(ofNewYear: year) + Self.daysBefore(month: month, year: year) + day - 1)
    }

    init?(scanning scanner: inout ByteScanner) {
        guard let year = scanner.digits(4), scanner.take("-"), let month = scanner.digits(2), scanner.take("-"),
            let day = scanner.digits(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    static func dayCount(ofYear year: Int) -> Int { isLeap(year) ? 366 : 365 }

    static func dayCount(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func ordinal(ofNewYear year: Int) -> Int {
        let whole = year - 1
        let leapDays = whole.flooredQuotient(by: 4) - whole.flooredQuotient(by: 100) + whole.flooredQuotient(by: 400)
        return whole * 365 + leapDays - epoch
    }

    private static func daysBefore(month: Int, year: Int) -> Int {
        guard month > 2 else { return (month - 1) * 31 }
        // From March on, months alternate 31 and 30 in runs of five that sum to 153 days.
        return 59 + (isLeap(year) ? 1 : 0) + (153 * (month - 3) + 2) / 5
    }

    /// Year, month and day at once; cheaper than asking for each.
    public var components: (year: Int, month: Int, day: Int) {
        let days = ordinal + Self.epoch
        let centuries4 = days.flooredQuotient(by: 146_097)
        var rest = days - centuries4 * 146_097
        // The last day of four centuries, and of four years, belongs to the unit before it.
        let centuries = min(rest / 36_524, 3)
        rest -= centuries * 36_524
        let leapCycles = rest / 1_461
        rest -= leapCycles * 1_461
        let years = min(rest / 365, 3)
        rest -= years * 365
        let year = centuries4 * 400 + centuries * 100 + leapCycles * 4 + years + 1

        let beforeMarch = 59 + (Self.isLeap(year) ? 1 : 0)
        if rest < 31 { return (year, 1, rest + 1) }
        if rest < beforeMarch { return (year, 2, rest - 30) }
        let sinceMarch = rest - beforeMarch
        let month = (5 * sinceMarch + 2) / 153
        return (year, month + 3, sinceMarch - (153 * month + 2) / 5 + 1)
    }
}
