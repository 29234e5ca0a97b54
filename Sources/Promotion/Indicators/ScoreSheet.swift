/// The items of an index or a score: for each letter the actual value, what it is measured by (`t` + letter), its weight
/// (`w` + letter) and its full marks (`f` + letter).
public struct ScoreSheet {
    private struct Item {
        var actual: Fraction
        var target: Fraction
        var weight: Fraction?
        var full: Fraction?
    }

    private var items: [Item] = []
    /// Full marks of the whole sheet, where it is one item of an appraisal with parts.
    private var full: Fraction?
    private var deductions = Fraction.zero

    init(_ named: [(name: String, value: Fraction)], _ formula: IndicatorFormula) throws(FormulaProblem) {
        var rest = Dictionary(named.map { ($0.name, $0.value) }) { first, _ in first }
        full = rest.removeValue(forKey: "full")
        // A lone d is what is taken off; with a target of its own it is an item like any other.
        if rest["td"] == nil, let taken = rest.removeValue(forKey: "d") { deductions = taken }
        var missing: [String] = []
        for name in named.map(\.name).sorted() where name.count == 1 && rest[name] != nil {
            guard let actual = rest.removeValue(forKey: name) else { continue }
            let target = rest.removeValue(forKey: "t" + name)
            let weight = rest.removeValue(forKey: "w" + name)
            let full = rest.removeValue(forKey: "f" + name)
            if target == nil { missing.append("t" + name) }
            if formula == .index, weight == nil { missing.append("w" + name) }
            if formula == .score, self.full == nil, full == nil { missing.append("f" + name) }
            items.append(Item(actual: actual, target: target ?? .zero, weight: weight, full: full))
        }
        if items.isEmpty { missing.append("a") }
        guard missing.isEmpty else { throw .missing(missing, formula: formula) }
        guard rest.isEmpty else { throw .unknown(rest.keys.sorted(), formula: formula) }
    }

    /// Σ w × x ÷ max; nil when one of the measures is zero.
    var index: Fraction? {
        get throws(FormulaProblem) {
            var weights = Fraction.zero
            for item in items { weights = try weights.plus(item.weight ?? .zero) }
            guard weights == .one else { throw .weights(weights.decimalText(decimals: 4) ?? "?") }
            return try weightedSum
        }
    }

    var score: Fraction? {
        get throws(FormulaProblem) {
            if let full {
                guard let reached = try weightedSum else { return nil }
                return try min(full, try full.times(reached)).plus(deductions.negated)
            }
            var total = deductions.negated
            for item in items {
                guard let points = try Self.points(item.actual, of: item.target, full: item.full ?? .zero) else {
                    return nil
                }
                total = try total.plus(points)
            }
            return total
        }
    }

    /// min(full, full × actual ÷ target); nil when the target is zero.
    static func points(_ actual: Fraction, of target: Fraction, full: Fraction) throws(FormulaProblem) -> Fraction? {
        guard let reached = try actual.over(target) else { return nil }
        return min(full, try full.times(reached))
    }

    /// The same of whole numbers; nil when the target is not above zero.
    public static func points(_ actual: Int64, of target: Int64, full: Fraction) -> Fraction? {
        guard target > 0 else { return nil }
        return (try? points(Fraction(max(0, actual)), of: Fraction(target), full: full)) ?? nil
    }

    private var weightedSum: Fraction? {
        get throws(FormulaProblem) {
            let equal = Fraction(1, over: Int64(items.count)) ?? .one
            var total = Fraction.zero
            for item in items {
                guard let part = try item.actual.over(item.target) else { return nil }
                total = try total.plus(part.times(item.weight ?? equal))
            }
            return total
        }
    }
}
