public import Labels

/// One figure key of the contract (`K7.rate`): what it is, in which unit, and how it follows from records.
public struct IndicatorDefinition: Hashable, Sendable {
    public enum Unit: String, Hashable, Sendable {
        case count
        /// Whole yuan.
        case yuan
        /// A decimal of 1.
        case ratio
        /// Percentage points.
        case points
        /// Working days.
        case days
        /// A mark or an index, a plain number.
        case score
    }

    /// Which way is better.
    public enum Direction: String, Hashable, Sendable {
        case higher, lower, neutral
    }

    /// Where the numbers come from.
    public enum Source: String, Hashable, Sendable {
        /// Sums of postings, which add up over days and units.
        case postings
        /// Records looked at one by one: projects first signed in the period, clocks that fell due in it.
        case cohort
        /// Daily tasks.
        case tasks
        /// Other figures.
        case figures
        /// No record of this version counts for it; `indicator eval` reckons it.
        case observed
    }

    /// `K7.rate`; `yoy` for formulas that belong to no K.
    public let key: String
    public let name: Phrase
    /// Other words people use for it.
    public let aliases: [String]
    public let unit: Unit
    public let direction: Direction
    public let formula: IndicatorFormula?
    /// What is counted, and what the inputs of the formula are.
    public let definition: Phrase
    /// How `indicator eval` calls the inputs, where letters in the order of the formula are not enough.
    public let inputs: Phrase?
    public let source: Source
    /// Decimals that are printed unless somebody asks for others.
    public let decimals: Int

    init(
        _ key: String, zh: String, en: String, aliases: [String] = [], _ unit: Unit, _ direction: Direction,
        _ formula: IndicatorFormula? = nil, _ source: Source, decimals: Int = 1, saysZh: String, saysEn: String,
        inputs: Phrase? = nil
    ) {
        self.key = key
        name = Phrase(zh: zh, en: en)
        self.aliases = aliases
        self.unit = unit
        self.direction = direction
        self.formula = formula
        self.source = source
        self.decimals = unit == .count || unit == .yuan ? 0 : decimals
        definition = Phrase(zh: saysZh, en: saysEn)
        self.inputs = inputs
    }

    /// The definition with the names of its inputs.
    public var explanation: Phrase {
        guard let inputs else { return definition }
        return Phrase(zh: definition.zh + inputs.zh, en: definition.en + " " + inputs.en)
    }

    /// `K7` of `K7.rate`.
    public var code: String { String(key.prefix { $0 != "." }) }

    /// The value as it is printed, `decimals` (0…9) of them, half up: `98.8%`, `+42.31个百分点`, `1.51`. Nil when it does
    /// not fit.
    public func text(_ value: Fraction, decimals: Int) -> Phrase? {
        switch unit {
        case .ratio: return value.percentNumber(decimals: decimals).map { Phrase($0 + "%") }
        case .points:
            guard let number = value.percentNumber(decimals: decimals) else { return nil }
            let isZero = number.allSatisfy { "0.".contains($0) }
            let sign = value > .zero && !isZero ? "+" : ""
            return Phrase(zh: "\(sign)\(number)个百分点", en: "\(sign)\(number) points")
        case .count, .yuan, .days, .score: return value.decimalText(decimals: decimals).map { Phrase($0) }
        }
    }

    /// The value in the unit of reports: points in hundredths, everything else as it is.
    public func number(_ value: Fraction) -> Double {
        unit == .points ? value.decimalValue * 100 : value.decimalValue
    }
}

/// Every indicator there is, in the order of domain.md §9.
public enum IndicatorList {
    public static let all: [IndicatorDefinition] = leads + projects + funds + work + scores + services + plain

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    /// By the figure key alone.
    public static func definition(_ key: String) -> IndicatorDefinition? { byKey[key] }

    /// By anything people call it: `K7`, `k7.rate`, 履约率, `K7 履约率`, 履约. A code with several keys means the first of
    /// them that has a formula, and with `inputs` the one whose formula takes exactly these.
    public static func named(_ text: String, inputs: [String] = []) -> IndicatorDefinition? {
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        guard let first = words.first else { return nil }
        let whole = words.joined(separator: " ")
        if let exact = all.first(where: { $0.answers(to: whole) }) { return exact }
        let ofCode = all.filter { $0.code.lowercased() == first }
        if words.count > 1 {
            let rest = words.dropFirst().joined(separator: " ")
            if let found = (ofCode + all).first(where: { $0.answers(to: rest) }) { return found }
        }
        let able = ofCode.filter { $0.formula != nil }
        return able.first { $0.formula?.inputs.map { Set($0) == Set(inputs) } ?? false }
            ?? able.first ?? ofCode.first
    }
}

extension IndicatorDefinition {
    fileprivate func answers(to text: String) -> Bool {
        key.lowercased() == text || name.zh == text || name.en.lowercased() == text || aliases.contains(text)
    }
}
