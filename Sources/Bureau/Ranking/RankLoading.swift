import Cadence
import Identifiers
import Labels
import Promotion
import Reporting
import WorkCalendar

/// The store → the units that are ranked together.
struct RankLoading {
    let store: any Reading
    let tree: UnitTree

    /// The rules in force at the end of a period.
    func rules(on date: CivilDate) throws -> RankRules {
        let marks = RankRules.read(try store.setting("race.marks", on: date)) ?? []
        let weights = RankRules.read(try store.setting("index.weights", on: date)) ?? []
        let deduction = Fraction(parsing: try store.setting("race.deduction_missing_day", on: date)) ?? .zero
        return RankRules(
            marks: marks.map { ($0.indicator, $0.value) }, weights: weights.map { ($0.indicator, $0.value) },
            deductionPerMissingDay: deduction,
            redPlaces: try store.number("race.red_places", on: date),
            blackPlaces: try store.number("race.black_places", on: date))
    }

    /// Active units that belong to a rank group, each with all below it. `within` keeps the groups that have a unit of
    /// this scope; nil: every group.
    func units(_ period: Period, within scope: [UnitID]? = nil) throws -> [RankedUnit] {
        var grouped = tree.byID.values.filter { $0.active && $0.rankGroup != nil }
        if let scope {
            let groups = Set(grouped.filter { scope.contains($0.id) }.compactMap(\.rankGroup))
            grouped = grouped.filter { unit in unit.rankGroup.map(groups.contains) ?? false }
        }
        guard !grouped.isEmpty else { return [] }
        let year = period.owner(.year).ordinal
        var targets: [UnitID: [String: Int64]] = [:]
        let sums = TargetSums(try store.targets(year: year, unit: nil), units: Array(tree.byID.values))
        for target in sums.targets(of: grouped.map(\.id)) {
            targets[target.unit, default: [:]][target.indicator] = target.annual
        }
        let missing = try missingDays(period.days)
        return try grouped.sorted { $0.id < $1.id }.map { unit in
            let below = tree.subtree(of: unit.id)
            return RankedUnit(
                unit: unit.id, name: unit.name, group: unit.rankGroup ?? "",
                reached: FigureValues.of(try store.sums(units: below, dates: ReportDays.toDate(period))),
                own: FigureValues.of(try store.sums(units: below, dates: period.days)),
                targets: targets[unit.id] ?? [:],
                missingDays: below.reduce(0) { $0 + (missing[$1] ?? 0) })
        }
    }

    private func missingDays(_ days: ClosedRange<CivilDate>) throws -> [UnitID: Int64] {
        var missing: [UnitID: Int64] = [:]
        let tasks = try store.tasks(
            TaskFilter(
                states: [.missed], level: .day, product: .inventory,
                periods: days.lowerBound.ordinal...days.upperBound.ordinal, byDue: false))
        for task in tasks { missing[task.unit, default: 0] += 1 }
        return missing
    }
}
