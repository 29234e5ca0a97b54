public import Identifiers
public import Labels
public import Promotion

/// What one unit of a rank group reached.
public struct RankedUnit: Sendable {
    public var unit: UnitID
    public var name: Phrase
    public var group: String
    /// Of the year so far, by indicator: the race.
    public var reached: [String: Int64]
    /// Of the period itself, by indicator: the activity index.
    public var own: [String: Int64]
    /// Annual targets by indicator.
    public var targets: [String: Int64]
    /// Officer-days without an inventory in the period.
    public var missingDays: Int64

    public init(
        unit: UnitID, name: Phrase, group: String, reached: [String: Int64], own: [String: Int64],
        targets: [String: Int64], missingDays: Int64
    ) {
        self.unit = unit
        self.name = name
        self.group = group
        self.reached = reached
        self.own = own
        self.targets = targets
        self.missingDays = missingDays
    }
}

/// What a race is run by: full marks and weights by indicator, in the order they are printed.
public struct RankRules: Sendable {
    public var marks: [(indicator: String, full: Fraction)]
    /// They add up to 1.
    public var weights: [(indicator: String, weight: Fraction)]
    public var deductionPerMissingDay: Fraction
    /// First and last places of a group that the red and the black list name.
    public var redPlaces: Int
    public var blackPlaces: Int

    public init(
        marks: [(indicator: String, full: Fraction)], weights: [(indicator: String, weight: Fraction)],
        deductionPerMissingDay: Fraction, redPlaces: Int = 1, blackPlaces: Int = 1
    ) {
        self.redPlaces = redPlaces
        self.blackPlaces = blackPlaces
        self.marks = marks
        self.weights = weights
        self.deductionPerMissingDay = deductionPerMissingDay
    }

    /// Marks, weights and deductions as they stand under a ranking.
    public var words: Phrase {
        func list(_ items: [(indicator: String, value: Fraction)], _ name: (Phrase) -> String) -> String {
            items.map { name(IndicatorLabel.name($0.indicator)) + " " + RankRules.trimmed($0.value) }
                .joined(separator: name(Phrase(zh: "、", en: ", ")))
        }
        let marks = marks.map { (indicator: $0.indicator, value: $0.full) }
        let weights = weights.map { (indicator: $0.indicator, value: $0.weight) }
        let deduction = Self.trimmed(deductionPerMissingDay)
        return Phrase(
            zh: "满分：\(list(marks) { $0.zh })；本年累计÷年度目标，封顶。漏报每人日扣 \(deduction) 分。活跃指数权重：\(list(weights) { $0.zh })。",
            en:
                "Full marks: \(list(marks) { $0.en }); year to date ÷ annual target, capped. Each officer-day missing costs "
                + "\(deduction). Weights of the index: \(list(weights) { $0.en }).")
    }

    private static func trimmed(_ value: Fraction) -> String {
        var text = value.decimalText(decimals: 3) ?? "?"
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// Reads `K13.amount:40 K6.amount:30`; nil for another form, an unknown sum, a negative or no number.
    public static func read(_ text: String) -> [(indicator: String, value: Fraction)]? {
        var found: [(indicator: String, value: Fraction)] = []
        for word in text.split(separator: " ") {
            let parts = word.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let value = Fraction(parsing: String(parts[1])), value > .zero,
                FigureValues.isCounted(String(parts[0])), !found.contains(where: { $0.indicator == parts[0] })
            else { return nil }
            found.append((String(parts[0]), value))
        }
        return found.isEmpty ? nil : found
    }
}

/// 赛马比拼: scores within rank groups (domain.md §10). Ties share a rank and the next is skipped; an item counts for at
/// most its full marks; a unit without a target for an item that others of its group have one for is not ranked, and a
/// note says why. An item that nobody of the group has a target for is left out.
public struct Ranking: Sendable {
    public struct Item: Sendable {
        public var indicator: String
        public var actual: Int64
        public var target: Int64?
        public var points: Fraction?
    }

    public struct Row: Sendable {
        public var unit: UnitID
        public var name: Phrase
        public var rank: Int?
        public var score: Fraction?
        public var index: Fraction?
        public var items: [Item]
        public var deduction: Fraction
        public var missingDays: Int64
        public var note: Phrase?
    }

    public struct Group: Sendable {
        public var name: String
        /// Ranked ones first, by rank.
        public var rows: [Row]
    }

    public let groups: [Group]
    /// What the red and the black list say, by group.
    public let honours: [Honour]

    public init(_ units: [RankedUnit], _ rules: RankRules) {
        var byGroup: [String: [RankedUnit]] = [:]
        for unit in units { byGroup[unit.group, default: []].append(unit) }
        groups = byGroup.sorted { $0.key < $1.key }.map { name, units in
            Group(name: name, rows: Self.ranked(units.map { Self.row($0, among: units, rules) }))
        }
        honours = groups.flatMap { Honour.list($0, rules) }
    }

    public func row(of unit: UnitID) -> Row? {
        groups.lazy.flatMap(\.rows).first { $0.unit == unit }
    }

    private static func row(_ unit: RankedUnit, among group: [RankedUnit], _ rules: RankRules) -> Row {
        let items = rules.marks.filter { mark in group.contains { ($0.targets[mark.indicator] ?? 0) > 0 } }
        let deduction =
            Fraction.product(rules.deductionPerMissingDay, Fraction(unit.missingDays)) ?? .zero
        var row = Row(
            unit: unit.unit, name: unit.name, rank: nil, score: nil, index: index(unit, among: group, rules), items: [],
            deduction: deduction, missingDays: unit.missingDays, note: nil)
        var score = Fraction?.some(deduction.negated)
        var without: [String] = []
        for item in items {
            let target = unit.targets[item.indicator] ?? 0
            let actual = unit.reached[item.indicator] ?? 0
            let points = ScoreSheet.points(actual, of: target, full: item.full)
            if points == nil { without.append(item.indicator) }
            row.items.append(
                Item(indicator: item.indicator, actual: actual, target: target > 0 ? target : nil, points: points))
            score = score.flatMap { sum in points.flatMap { Fraction.sum(sum, $0) } }
        }
        guard !items.isEmpty else {
            row.note = Phrase(zh: "组内没有目标，不排名", en: "nobody of the group has a target: not ranked")
            return row
        }
        guard without.isEmpty else {
            let names = without.map(IndicatorLabel.name)
            row.note = Phrase(
                zh: "没有目标（\(names.map(\.zh).joined(separator: "、"))），不排名",
                en: "no target (\(names.map(\.en).joined(separator: ", "))): not ranked")
            return row
        }
        row.score = score
        return row
    }

    /// Σ w × x ÷ largest of the group. What nobody of the group did adds nothing; nil where nobody did anything.
    private static func index(_ unit: RankedUnit, among group: [RankedUnit], _ rules: RankRules) -> Fraction? {
        var total: Fraction?
        for (indicator, weight) in rules.weights {
            let largest = group.map { $0.own[indicator] ?? 0 }.max() ?? 0
            guard largest > 0,
                let part = IndicatorFormula.share.value(Fraction(unit.own[indicator] ?? 0), Fraction(largest)),
                let weighted = Fraction.product(part, weight)
            else { continue }
            total = Fraction.sum(total ?? .zero, weighted)
        }
        return total
    }

    private static func ranked(_ rows: [Row]) -> [Row] {
        var sorted = rows.sorted { left, right in
            guard let one = left.score, let other = right.score else {
                return left.score != nil && right.score == nil
                    || (left.score == nil) == (right.score == nil) && left.unit < right.unit
            }
            return one == other ? left.unit < right.unit : one > other
        }
        for index in sorted.indices {
            guard let score = sorted[index].score else { continue }
            let tied = index > 0 && sorted[index - 1].score == score
            sorted[index].rank = tied ? sorted[index - 1].rank : index + 1
        }
        return sorted
    }
}
