import Promotion

/// The figures that are sums of postings, by key. Whole numbers: counts, and yuan for amounts.
public enum FigureValues {
    /// Keys that every report shows, also at zero.
    public static let standing =
        [
            Indicator.entries, Indicator.zeroReports, Indicator.automaticLines, Indicator.entryAmount,
            Indicator.visitsOut, Indicator.visitsIn, "K19.events", "K19.publicity", Indicator.kind(.plan),
        ] + pipeline

    /// Sums of the pipeline, in the order of its stages.
    public static let pipeline = [
        Indicator.leads, Indicator.entered, Indicator.signed, Indicator.contractAmount, Indicator.landed,
        Indicator.started, Indicator.producing, Indicator.fundsInPlace, Indicator.manufacturingAmount,
        Indicator.easternProjects, Indicator.easternFunds, Indicator.claimConflicts,
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
        amounts.contains(key) || key.hasPrefix(Indicator.fundsInPlace)
    }

    /// The figures that a ratio of sums divides: `K12.rate` → funds and contracts of the same stretch. Nil for others.
    public static func ratioParts(of key: String) -> [String]? {
        let suffix = key.hasSuffix(".cumulative") ? ".cumulative" : ""
        return ratios.first { $0.key + suffix == key }.map { [$0.part + suffix, $0.whole + suffix] }
    }

    static let ratios: [(key: String, part: String, whole: String)] = [
        ("K12.rate", Indicator.fundsInPlace, Indicator.contractAmount),
        ("K17.rate", Indicator.manufacturingAmount, Indicator.contractAmount),
    ]

    /// The indicator that `K14.completion` without a key is about: funds in place, else contract value, else the first.
    public static func mainIndicator(_ indicators: [String]) -> String? {
        [Indicator.fundsInPlace, Indicator.contractAmount].first(where: indicators.contains) ?? indicators.min()
    }

    /// The same lines stand under a name of their own already: activities are K19.events, visits K19.out.
    static func repeatsAnother(_ key: String) -> Bool {
        aliases.values.contains(key) || [Indicator.kind(.visitOut), Indicator.kind(.visitIn)].contains(key)
    }

    /// Keys of kinds, tags, reasons and components: shown where they are not zero.
    static func isOpen(_ indicator: String) -> Bool {
        ["entries.kind.", Indicator.tagPrefix, "projects.", "K23.", Indicator.fundsInPlace + "."].contains(
            where: indicator.hasPrefix)
    }

    private static let aliases = [
        "K19.events": Indicator.kind(.activity), "K19.publicity": Indicator.kind(.publicity),
    ]

    private static let amounts: Set<String> = [
        Indicator.entryAmount, Indicator.contractAmount, Indicator.manufacturingAmount, Indicator.easternFunds,
    ]
}
