import Promotion

/// The figures that are sums of postings, by key. Whole numbers: counts, and yuan for amounts.
public enum FigureValues {
    /// Keys that every report shows, also at zero.
    public static let standing = [
        Indicator.entries, Indicator.zeroReports, Indicator.automaticLines, Indicator.entryAmount, "K19.out", "K19.in",
        "K19.events", "K19.publicity", Indicator.kind(.plan),
    ]

    /// Sums of postings by indicator → values by figure key. Figures of kinds and tags exist where they are not zero.
    public static func of(_ sums: [String: Int64]) -> [String: Int64] {
        var values: [String: Int64] = [:]
        for key in standing { values[key] = sums[indicator(of: key)] ?? 0 }
        for (indicator, value) in sums where value != 0 && isOpen(indicator) { values[indicator] = value }
        return values
    }

    /// The indicator whose postings add up to a figure.
    public static func indicator(of key: String) -> String {
        aliases[key] ?? key
    }

    /// Something is counted for this key by the records of this version.
    public static func isCounted(_ key: String) -> Bool {
        standing.contains(key) || isOpen(key)
    }

    /// The figure is an amount of yuan and not a count.
    public static func isAmount(_ key: String) -> Bool {
        amounts.contains(key)
    }

    /// The same postings stand under a name of their own already: visits out are K19.out.
    static func repeatsAnother(_ key: String) -> Bool { aliases.values.contains(key) }

    /// Keys that are as many as people's kinds and tags.
    static func isOpen(_ indicator: String) -> Bool {
        indicator.hasPrefix(Indicator.tagPrefix) || indicator.hasPrefix("entries.kind.")
    }

    private static let aliases = [
        "K19.out": Indicator.kind(.visitOut), "K19.in": Indicator.kind(.visitIn),
        "K19.events": Indicator.kind(.activity), "K19.publicity": Indicator.kind(.publicity),
    ]

    private static let amounts: Set<String> = [Indicator.entryAmount, "K6.amount", "K13.amount", "K18.funds"]
}
