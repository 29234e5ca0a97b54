import Cadence
import Identifiers
import Promotion
import WorkCalendar

/// Which task gathers which: week ← days, month ← weeks, quarter ← months, year ← quarters, as far as a bureau has them.
struct Nesting {
    let rules: [Rule]
    let tree: UnitTree

    /// Tasks that a parent gathers: those of its unit and below in the periods that belong to it. A unit below that has
    /// a parent task of its own at this level gathers its own people; they reach this one through it.
    func children(of parent: Obligation, _ rule: Rule, _ reading: any Reading) throws -> [Obligation] {
        guard let level = rule.gathers, case .unit(let unit) = parent.subject,
            let periods = parent.period.periods(level)
        else { return [] }
        let found = try reading.tasks(
            TaskFilter(units: tree.subtree(of: unit), level: level, periods: periods))
        let below = found.filter { gatheringRules.contains($0.source) || level == .day }
        let siblings = try reading.tasks(
            TaskFilter(source: parent.source, periods: nil)
                .within(tree.subtree(of: unit).filter { $0 != unit }, parent.period))
        let ownGatherers = Set(siblings.map(\.unit))
        return below.filter { child in
            // The nearest unit above the child that gathers at the parent's level is the parent's.
            tree.ancestors(of: child.unit).first { $0 == unit || ownGatherers.contains($0) } == unit
        }
    }

    func parent(of child: Obligation, _ reading: any Reading) throws -> Obligation? {
        let gatherers = rules.filter { $0.gathers == child.period.kind }
        for unit in tree.ancestors(of: child.unit) {
            for rule in gatherers {
                let period = child.period.owner(rule.level)
                let found = try reading.task(
                    source: rule.id.description, subject: .unit(unit), occurrence: period.key)
                if let found, found.id != child.id { return found }
            }
        }
        return nil
    }

    /// Rules that are part of the chain: they gather, or something gathers their product.
    private var gatheringRules: Set<String> {
        Set(
            rules.filter { $0.gathers != nil || $0.product == .inventory || $0.product == .dispatch }.map(
                \.id.description))
    }
}

extension TaskFilter {
    /// The same filter for some units in one period.
    func within(_ units: [UnitID], _ period: Period) -> TaskFilter {
        var filter = self
        filter.units = units
        filter.level = period.kind
        filter.periods = period.ordinal...period.ordinal
        return filter
    }
}

extension Reading {
    /// The organisation as the cadence sees it.
    func roster() throws -> Roster {
        let offices = try units().map {
            Roster.Office(id: $0.id, parent: $0.parent, kind: $0.kind.rawValue, active: $0.active)
        }
        let members = try officers().map { officer in
            Roster.Member(
                id: officer.id, roles: Set(officer.roles.map(\.rawValue)),
                stretches: officer.memberships.map {
                    Roster.Stretch(unit: $0.unit, from: $0.from, until: $0.until)
                },
                leave: officer.leave.map { $0.from...max($0.from, $0.until) }, active: officer.active)
        }
        return Roster(offices: offices, members: members)
    }
}
