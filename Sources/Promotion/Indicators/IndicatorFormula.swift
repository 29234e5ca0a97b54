/// How the value of an indicator follows from its inputs. `zs indicator eval` and the reports reckon by these and by
/// nothing else (domain.md §9).
///
/// Inputs are named `a`, `b`, … in the order of the formula. Where one stands for a single thing, so does another word
/// that notices use: `m` for the months gone, `o` for overdue commitments.
public enum IndicatorFormula: String, Hashable, Sendable, CaseIterable {
    /// a ÷ b
    case share
    /// a ÷ b, a plain number and no share: trips a case, yuan a project.
    case mean
    /// a ÷ b − 1
    case growth
    /// a ÷ b − m ÷ 12
    case gap
    /// a ÷ (a + b)
    case fulfilment
    /// a ÷ (b + c)
    case loss
    /// 1 − a ÷ b
    case cut
    /// (b − a) ÷ b
    case reduction
    /// a + b + …
    case total
    /// Σ w × x ÷ max, Σ w = 1
    case index
    /// Σ min(full, full × actual ÷ target) − deductions
    case score
    /// The middle value, or the mean of the two in the middle.
    case median
    /// The value below which nine tenths lie, between two neighbours in proportion.
    case percentile90

    /// Names of the inputs in order; nil for formulas that take any number of them.
    public var inputs: [String]? {
        switch self {
        case .share, .mean, .growth, .cut, .reduction, .fulfilment: ["a", "b"]
        case .gap: ["a", "b", "m"]
        case .loss: ["a", "b", "c"]
        case .total, .index, .score, .median, .percentile90: nil
        }
    }

    /// Other words for the inputs.
    public var synonyms: [String: String] {
        switch self {
        case .gap: ["c": "m"]
        case .fulfilment: ["o": "b"]
        default: [:]
        }
    }

    public var text: String {
        switch self {
        case .share, .mean: "a ÷ b"
        case .growth: "a ÷ b − 1"
        case .gap: "a ÷ b − m ÷ 12"
        case .fulfilment: "a ÷ (a + b)"
        case .loss: "a ÷ (b + c)"
        case .cut: "1 − a ÷ b"
        case .reduction: "(b − a) ÷ b"
        case .total: "a + b + …"
        case .index: "wa × a ÷ ta + wb × b ÷ tb + …"
        case .score: "min(fa, fa × a ÷ ta) + … − d  |  min(full, full × (wa × a ÷ ta + wb × b ÷ tb + …))"
        case .median: "median(a, b, …)"
        case .percentile90: "p90(a, b, …)"
        }
    }

    /// The value of a formula with a fixed number of inputs, in their order. Nil where a denominator is zero, or where
    /// the exact result needs more than 128 bits.
    public func value(_ inputs: Fraction...) -> Fraction? {
        precondition(inputs.count == self.inputs?.count, "\(self) takes other inputs")
        return try? fixed(inputs)
    }

    /// The same from named inputs, for every formula. Nil where a denominator is zero. Throws what is missing, unknown,
    /// or too large to be exact.
    public func value(named given: [(name: String, value: Fraction)]) throws(FormulaProblem) -> Fraction? {
        let named = given.map { (name: synonyms[$0.name] ?? $0.name, value: $0.value) }
        if let twice = named.indices.first(where: { index in named[..<index].contains { $0.name == named[index].name } }
        ) {
            throw .twice(named[twice].name)
        }
        guard let names = inputs else { return try variadic(named) }
        let unknown = named.map(\.name).filter { !names.contains($0) }
        guard unknown.isEmpty else { throw .unknown(unknown, formula: self) }
        let missing = names.filter { name in !named.contains { $0.name == name } }
        guard missing.isEmpty else { throw .missing(missing, formula: self) }
        return try fixed(names.compactMap { name in named.first { $0.name == name }?.value })
    }

    private func fixed(_ inputs: [Fraction]) throws(FormulaProblem) -> Fraction? {
        let (a, b) = (inputs[0], inputs[1])
        switch self {
        case .growth: return try a.over(b)?.plus(.one.negated)
        case .gap: return try a.over(b)?.plus(try inputs[2].over(Fraction(12))?.negated ?? .zero)
        case .fulfilment: return try a.over(try a.plus(b))
        case .loss: return try a.over(try b.plus(inputs[2]))
        case .cut: return try a.over(b)?.negated.plus(.one)
        case .reduction: return try b.plus(a.negated).over(b)
        default: return try a.over(b)
        }
    }

    private func variadic(_ named: [(name: String, value: Fraction)]) throws(FormulaProblem) -> Fraction? {
        guard !named.isEmpty else { throw .missing(["a"], formula: self) }
        switch self {
        case .total: return try Self.sum(named.map(\.value))
        case .median: return try Self.quantile(1, of: 2, named.map(\.value))
        case .percentile90: return try Self.quantile(9, of: 10, named.map(\.value))
        case .index: return try ScoreSheet(named, self).index
        default: return try ScoreSheet(named, self).score
        }
    }

    static func sum(_ values: [Fraction]) throws(FormulaProblem) -> Fraction {
        var total = Fraction.zero
        for value in values { total = try total.plus(value) }
        return total
    }

    /// The quantile `part`/`whole` with linear interpolation between neighbours (definition 7 of Hyndman and Fan, as in
    /// numpy and R). Nil of nothing.
    static func quantile(_ part: Int, of whole: Int, _ values: [Fraction]) throws(FormulaProblem) -> Fraction? {
        let sorted = values.sorted()
        guard let last = sorted.last else { return nil }
        let (index, rest) = ((sorted.count - 1) * part).quotientAndRemainder(dividingBy: whole)
        guard rest > 0, index + 1 < sorted.count else { return index < sorted.count ? sorted[index] : last }
        let step = try sorted[index + 1].plus(sorted[index].negated)
        return try sorted[index].plus(try step.times(Fraction(Int64(rest))).over(Fraction(Int64(whole))) ?? .zero)
    }
}

extension IndicatorFormula {
    /// Of whole numbers, as the reports have them: working days of projects.
    public func value(of values: [Int64]) -> Fraction? {
        let fractions = values.map { Fraction($0) }
        switch self {
        case .median: return (try? Self.quantile(1, of: 2, fractions)) ?? nil
        case .percentile90: return (try? Self.quantile(9, of: 10, fractions)) ?? nil
        case .total: return try? Self.sum(fractions)
        default: preconditionFailure("\(self) takes named inputs")
        }
    }
}

extension IndicatorFormula {
    /// Nil where it needs more than 128 bits.
    public func sum(_ values: [Fraction]) -> Fraction? { try? Self.sum(values) }
}

/// Why a formula has no answer. A zero denominator is none: the value is then absent.
public enum FormulaProblem: Error, Hashable, Sendable {
    case missing([String], formula: IndicatorFormula)
    case unknown([String], formula: IndicatorFormula)
    case twice(String)
    /// Weights of an index, as their sum.
    case weights(String)
    case tooLarge
}

extension Fraction {
    func plus(_ other: Fraction) throws(FormulaProblem) -> Fraction {
        guard let sum = Fraction.sum(self, other) else { throw .tooLarge }
        return sum
    }

    func times(_ other: Fraction) throws(FormulaProblem) -> Fraction {
        guard let product = Fraction.product(self, other) else { throw .tooLarge }
        return product
    }

    /// Nil over zero.
    func over(_ other: Fraction) throws(FormulaProblem) -> Fraction? {
        guard let inverse = other.inverse else { return nil }
        return try times(inverse)
    }
}
