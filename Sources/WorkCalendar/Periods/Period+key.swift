extension Period {
    /// `2026-11-23`, `2026-W48`, `2026-11`, `2026-Q4` or `2026`. The year of a week is that of its Thursday (ISO 8601).
    public var key: String {
        switch kind {
        case .day: return firstDay.description
        case .week:
            let thursday = firstDay + 3
            return padded(thursday.year, to: 4) + "-W" + padded((thursday.dayOfYear - 1) / 7 + 1, to: 2)
        case .month:
            return padded(ordinal.flooredQuotient(by: 12), to: 4) + "-"
                + padded(ordinal.flooredRemainder(by: 12) + 1, to: 2)
        case .quarter:
            return padded(ordinal.flooredQuotient(by: 4), to: 4) + "-Q\(ordinal.flooredRemainder(by: 4) + 1)"
        case .year: return padded(ordinal, to: 4)
        }
    }

    /// Reads a ``key``; `w` and `q` may be lower case. Nil when there is no such period (a 53rd week in a year of 52),
    /// or the year is outside ``CivilDate/readableYears``.
    public init?(_ key: String) {
        var scanner = ByteScanner(key)
        guard let year = scanner.digits(4), CivilDate.readableYears.contains(year) else { return nil }
        if scanner.isAtEnd {
            self.init(kind: .year, ordinal: year)
            return
        }
        guard scanner.take("-") else { return nil }
        if scanner.take("W", "w") {
            guard let number = scanner.digits(2), scanner.isAtEnd else { return nil }
            self.init(week: number, year: year)
        } else if scanner.take("Q", "q") {
            guard let number = scanner.digits(1), scanner.isAtEnd, (1...4).contains(number) else { return nil }
            self.init(kind: .quarter, ordinal: 4 * year + number - 1)
        } else {
            guard let month = scanner.digits(2), (1...12).contains(month) else { return nil }
            if scanner.isAtEnd {
                self.init(kind: .month, ordinal: 12 * year + month - 1)
                return
            }
            guard let date = CivilDate(key) else { return nil }
            self.init(.day, containing: date)
        }
    }

    private init?(week number: Int, year: Int) {
        guard number >= 1 else { return nil }
        // Week 1 is the week of 4 January (ISO 8601).
        let first = Period(.week, containing: CivilDate(unchecked: year, 1, 4))
        let week = first.advanced(by: number - 1)
        guard (week.firstDay + 3).year == year else { return nil }
        self = week
    }
}

extension Period: CustomStringConvertible {
    public var description: String { key }
}

extension Period: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.value(Period.init, form: "a period like 2026-11-23, 2026-W48, 2026-11, 2026-Q4 or 2026")
    }

    public func encode(to encoder: any Encoder) throws {
        try encoder.put(key)
    }
}
