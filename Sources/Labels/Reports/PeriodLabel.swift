/// Periods and instants as people write them, from the keys that scripts use.
public enum PeriodLabel {
    /// `2026-06` → 2026年6月, June 2026; `2026-Q3`, `2026-W09`, `2026` and days likewise. Anything else is its own name.
    public static func name(_ key: String) -> Phrase {
        let parts = key.split(separator: "-").map(String.init)
        guard let year = parts.first, year.count == 4, Int(year) != nil else { return Phrase(key) }
        if parts.count == 1 { return Phrase(zh: "\(year)年", en: year) }
        let rest = parts[1]
        if parts.count == 2, rest.hasPrefix("W"), let week = Int(rest.dropFirst()) {
            return Phrase(zh: "\(year)年第\(week)周", en: "week \(week) of \(year)")
        }
        if parts.count == 2, rest.hasPrefix("Q"), let quarter = Int(rest.dropFirst()), (1...4).contains(quarter) {
            let ordinals = ["一", "二", "三", "四"]
            return Phrase(zh: "\(year)年第\(ordinals[quarter - 1])季度", en: "Q\(quarter) \(year)")
        }
        guard let month = Int(rest), months.indices.contains(month - 1) else { return Phrase(key) }
        if parts.count == 2 { return Phrase(zh: "\(year)年\(month)月", en: "\(months[month - 1]) \(year)") }
        guard parts.count == 3, let day = Int(parts[2]) else { return Phrase(key) }
        return Phrase(zh: "\(year)年\(month)月\(day)日", en: "\(day) \(months[month - 1]) \(year)")
    }

    /// `2026-07-03T17:30:00+08:00` → `2026-07-03 17:30`. Anything else stays as it is.
    public static func moment(_ instant: String) -> String {
        let parts = instant.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, parts[0].count == 10, parts[1].count >= 5 else { return instant }
        return "\(parts[0]) \(parts[1].prefix(5))"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
