import Identifiers
import WorkCalendar

/// Makes the tasks of one rule in one period: the only place where they come from.
struct PeriodTasks {
    private let state: SchedulerState
    private let now: Instant
    private var number: Int64

    init(_ state: SchedulerState, now: Instant) {
        self.state = state
        self.now = now
        number = state.nextTaskNumber
    }

    /// Nil when the period asks nothing of anybody. `waiving` makes them all closed, with that reason.
    mutating func make(
        _ rule: Rule, _ period: Period, waiving: String? = nil, ignoringCatchUp: Bool = false,
        keep: (TasksMaterialised.Row) -> Bool
    ) -> TasksMaterialised? {
        guard let revision = rule.revision(in: period) else { return nil }
        let dueAt: Instant
        let provisional: Bool
        var reason: String?
        switch revision.due.due(in: period, calendar: state.calendar) {
        case .omitted: return nil
        case .waived:
            dueAt = Instant(period.lastDay, revision.due.time)
            provisional = state.calendar.isProvisional(period.days)
            reason = "calendar"
        case .due(let at, let uncertain):
            dueAt = at
            provisional = uncertain
            reason = waiving
        }
        let late = reason == nil && dueAt < now
        if late, revision.catchUp == .none, !ignoringCatchUp { reason = "downtime" }
        var rows: [TasksMaterialised.Row] = []
        for candidate in state.roster.candidates(of: rule, in: period, calendar: state.calendar) {
            let row = TasksMaterialised.Row(
                id: TaskID(number), subject: candidate.subject, unit: candidate.unit, dueAt: dueAt,
                provisional: provisional, waived: reason ?? (candidate.onLeave ? "leave" : nil),
                detectedLate: late && reason == nil && !candidate.onLeave)
            guard keep(row) else { continue }
            rows.append(row)
            number += 1
        }
        guard !rows.isEmpty else { return nil }
        return TasksMaterialised(
            rule: rule.id, revision: revision.number, calendarRevision: state.calendarRevision,
            product: rule.product, period: period, rows: rows)
    }
}
