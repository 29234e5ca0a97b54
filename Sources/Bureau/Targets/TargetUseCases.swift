public import Identifiers
public import Labels
public import Promotion
import ReportModel
import Reporting
import WorkCalendar

/// One unit's target for one indicator beside what was reached, with those of the units below it.
public struct TargetView: Hashable, Sendable {
    public var unit: UnitID
    public var unitName: Phrase
    public var indicator: String
    /// Values are yuan and not counts.
    public var isAmount: Bool
    /// Nil for a unit without a target of its own that has units with one below it.
    public var target: Target?
    /// What the unit and all below it reached so far; nil for indicators that no record counts for yet.
    public var reached: Int64?
    /// Four and twelve values.
    public var reachedByQuarter: [Int64]?
    public var reachedByMonth: [Int64]?
    /// Reached ÷ annual target.
    public var completion: Ratio?
    public var children: [TargetView]
}

extension Bureau {
    /// `zs target set unit:U-2 year:2026 indicator:entries.count annual:1200 [q1:300 … m12:90]`, or the four values
    /// without their keys in this order; amounts as people write them: `12亿`.
    public func setTarget(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("target.set", caller, work: true) { context in
            let keyed = try KeyedWords(words, keys: TargetDraft.keys)
            // What has no key fills the places that no key has filled.
            var plain = keyed.plain[...]
            let values = ["unit", "year", "indicator", "annual"].map { keyed.value($0) ?? plain.popFirst() }
            guard plain.isEmpty, let named = values[0], let yearText = values[1], let indicatorText = values[2],
                let annual = values[3]
            else { throw Self.targetForm() }
            let unit = try Self.unit(named: named, in: context.tree)
            try context.authorise("target.set", .unit(unit.id))
            let year = try DateReading.period(yearText, today: context.today, kind: .year).ordinal
            let indicator = try Self.targetIndicator(indicatorText)
            let draft = try TargetDraft(
                annual: annual, parts: keyed.values.compactMapValues(\.last), indicator: indicator)
            let after = try draft.target(unit.id, year, indicator)
            let before = try context.store.targets(year: year, unit: unit.id).first { $0.indicator == indicator }
            guard before != after else { return Outcome(id: after.key, undoable: false) }
            try context.store.append(NewEvent("target.set", after.key, TargetChanged(before: before, after: after)))
            return Outcome(id: after.key, changed: Self.changes(before, after))
        }
    }

    static func changes(_ before: Target?, _ after: Target) -> [Change] {
        func list(_ values: [Int64]?) -> String? { values.map { $0.map { String($0) }.joined(separator: " ") } }
        return [
            Change("annual", from: before.map { String($0.annual) }, to: String(after.annual)),
            Change("quarters", from: list(before?.quarters), to: list(after.quarters)),
            Change("months", from: list(before?.months), to: list(after.months)),
        ].filter { $0.from != $0.to }
    }

    /// A figure key that adds up over days: ratios and cumulative figures are no targets.
    static func targetIndicator(_ text: String) throws -> String {
        if FigureValues.isCounted(text), !text.hasSuffix(".cumulative") { return text }
        throw ZhaoshangError(
            .refused, zh: "不能为 \(text) 下达目标", en: "no target can be set for \(text)",
            hint: Phrase(
                zh: "可用：\(FigureValues.standing.joined(separator: " "))，entries.tag.标签",
                en: "one of: \(FigureValues.standing.joined(separator: " ")), entries.tag.TAG"),
            details: ["indicator": .text(text)])
    }

    private static func targetForm() -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "需要：机构 年度 指标 数值", en: "needs: UNIT YEAR INDICATOR VALUE",
            hint: Phrase(
                zh: "例如：zs target set unit:U-2 year:2026 indicator:entries.count annual:1200 q1:300",
                en: "for example: zs target set unit:U-2 year:2026 indicator:entries.count annual:1200 q1:300"))
    }

    /// `zs target tree [YEAR]`: one tree an indicator, from `--unit`, else the caller's unit, down.
    public func targetTree(year: String? = nil, caller: Caller) async throws -> (year: Int, trees: [TargetView]) {
        try await read(caller) { context in
            // An administrator without a unit sees every bureau's tree.
            let seesAll = caller.principal == nil && caller.unit == nil
            if seesAll { try context.authorise("target.tree", .none) }
            let roots = seesAll ? context.tree.roots.map(\.id) : [try context.scope("target.tree")]
            let named = try year.map { try DateReading.period($0, today: context.today, kind: .year).ordinal }
            let year = named ?? context.today.year
            return (
                year,
                try roots.flatMap { root in
                    try TargetTree(year, root, context.store, context.tree).views(root)
                }
            )
        }
    }
}

/// Targets of a year and what was reached, from the month roll-ups.
private struct TargetTree {
    private let tree: UnitTree
    private let targets: [UnitID: [String: Target]]
    private let indicators: [String]
    /// By unit with all below it, then by month ordinal.
    private let reached: [UnitID: [Int: [String: Int64]]]
    private let year: Int

    init(_ year: Int, _ root: UnitID, _ store: any Reading, _ tree: UnitTree) throws {
        let scope = tree.subtree(of: root)
        let found = try store.targets(year: year, unit: nil).filter { scope.contains($0.unit) }
        var targets: [UnitID: [String: Target]] = [:]
        for target in found { targets[target.unit, default: [:]][target.indicator] = target }
        var reached: [UnitID: [Int: [String: Int64]]] = [:]
        for unit in found.isEmpty ? [] : scope {
            reached[unit] = try store.monthlySums(
                units: tree.subtree(of: unit), months: (year * 12)...(year * 12 + 11))
        }
        self.tree = tree
        self.year = year
        self.targets = targets
        self.reached = reached
        indicators = Set(found.map(\.indicator)).sorted()
    }

    func views(_ root: UnitID) -> [TargetView] {
        indicators.compactMap { view(root, $0) }
    }

    /// Nil where neither the unit nor any below it has a target.
    private func view(_ unit: UnitID, _ indicator: String) -> TargetView? {
        let children = tree.byID.values.filter { $0.parent == unit }.map(\.id).sorted()
            .compactMap { view($0, indicator) }
        let target = targets[unit]?[indicator]
        guard target != nil || !children.isEmpty else { return nil }
        let months = FigureValues.isCounted(indicator) ? reachedMonths(unit, indicator) : nil
        let total = months.map { $0.reduce(0, +) }
        return TargetView(
            unit: unit, unitName: tree.byID[unit]?.name ?? Phrase(unit.description), indicator: indicator,
            isAmount: FigureValues.isAmount(indicator), target: target, reached: total,
            reachedByQuarter: months.map { months in
                (0..<4).map { quarter in months[(quarter * 3)..<(quarter * 3 + 3)].reduce(0, +) }
            },
            reachedByMonth: months,
            completion: target.flatMap { target in
                total.map { Ratio(numerator: $0, denominator: target.annual) }
            },
            children: children)
    }

    private func reachedMonths(_ unit: UnitID, _ key: String) -> [Int64] {
        let indicator = FigureValues.indicator(of: key)
        return (0..<12).map { reached[unit]?[year * 12 + $0]?[indicator] ?? 0 }
    }
}
