public import Identifiers

/// Targets of units that were given none themselves: the sum of what the units below them were given.
public struct TargetSums: Sendable {
    private let given: [UnitID: [String: Target]]
    private let children: [UnitID: [UnitID]]

    /// `targets` of one year.
    public init(_ targets: [Target], units: [Unit]) {
        var given: [UnitID: [String: Target]] = [:]
        for target in targets { given[target.unit, default: [:]][target.indicator] = target }
        self.given = given
        children = Dictionary(grouping: units.filter { $0.parent != nil }.map { ($0.parent ?? $0.id, $0.id) }, by: \.0)
            .mapValues { $0.map(\.1).sorted() }
    }

    /// The unit's own target, else those of the nearest units below that have one.
    public func sources(_ unit: UnitID, _ indicator: String) -> [Target] {
        if let own = given[unit]?[indicator] { return [own] }
        return (children[unit] ?? []).flatMap { sources($0, indicator) }
    }

    /// Nil where neither the unit nor anybody below it has one.
    public func target(_ unit: UnitID, _ indicator: String) -> Target? {
        let sources = sources(unit, indicator)
        guard var sum = sources.first else { return nil }
        for other in sources.dropFirst() {
            sum.annual += other.annual
            sum.quarters = zip(sum.quarters, other.quarters).map(+)
            sum.months = zip(sum.months, other.months).map(+)
        }
        sum.unit = unit
        return sum
    }

    /// Of each of these units, own or summed.
    public func targets(of units: [UnitID]) -> [Target] {
        let indicators = Set(given.values.flatMap(\.keys)).sorted()
        return units.flatMap { unit in indicators.compactMap { target(unit, $0) } }
    }
}
