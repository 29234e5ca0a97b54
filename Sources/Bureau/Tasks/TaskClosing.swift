import Cadence
import Identifiers
import Promotion
import WorkCalendar

/// What freezing a report does to the tasks behind it.
enum TaskClosing {
    /// The unit's own task of the period is accepted; what should have been reported into it and was not is missed.
    static func closeAfterFreeze(
        kind: PeriodKind, unit: UnitID, period: Period, by actor: String, store: any Writing
    ) throws {
        let tree = UnitTree(try store.units())
        let now = store.now
        let products: [Product] = [.consolidation, .report, .activity, .deployment, .dispatch]
        let own = try store.tasks(
            TaskFilter(subjects: [.unit(unit)], level: kind, periods: period.ordinal...period.ordinal))
        for task in own where products.contains(task.product) {
            guard task.status.isPending || task.status.state == .submitted else { continue }
            var after = task.status
            after.state = .accepted
            after.submittedAt = after.submittedAt ?? now
            after.submittedBy = after.submittedBy ?? actor
            after.decidedAt = now
            after.decidedBy = actor
            try store.append(
                NewEvent("task.accepted", task.id, TaskChanged(task: task.id, before: task.status, after: after)))
        }
        var missed: [TaskID] = []
        for level in PeriodKind.allCases where level < kind {
            guard let periods = period.periods(level) else { continue }
            missed += try store.tasks(
                TaskFilter(
                    units: tree.subtree(of: unit), states: [.open, .returned], level: level, periods: periods,
                    dueBefore: now)
            ).map(\.id)
        }
        guard !missed.isEmpty else { return }
        try store.append(
            NewEvent("task.missed", unit, TasksMissed(tasks: missed.sorted(), at: now, cause: "parent")))
    }
}
