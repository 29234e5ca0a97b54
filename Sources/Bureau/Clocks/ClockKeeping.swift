import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

/// Clocks of records: somebody must act within a limit. They are tasks of the record and end like every task.
extension WriteContext {
    /// When the limit of a day ends.
    static let clockEnd = TimeOfDay(hour: 18, minute: 0) ?? .endOfDay

    /// Starts a clock of `source`. A name that ran before gets its turn: `progress.2`.
    @discardableResult
    func startClock(
        _ name: String, of source: String, for subject: Subject, unit: UnitID, limit: ClockLimit
    ) throws -> TaskID? {
        guard let due = limit.due(calendar) else { return nil }
        let earlier = try clocks(of: source).filter { $0.clock == name }
        let id = TaskID(try store.nextNumber("T"))
        let task = Obligation(
            id: id, source: source, subject: subject,
            occurrence: earlier.isEmpty ? name : "\(name).\(earlier.count + 1)",
            period: Period(.day, containing: today), product: .clock, unit: unit, dueAt: due.at,
            provisional: due.provisional, ruleRevision: 0, calendarRevision: try store.calendarRevision(),
            detectedLate: due.at < now, status: .open, limit: limit)
        try store.append(NewEvent("clock.started", id, ClockStarted(task: task)))
        return id
    }

    /// What the clock asked for was done; `void` when nobody has to do it any more.
    func endClock(_ name: String, of source: String, void reason: String? = nil) throws {
        for task in try pendingClocks(of: source) where task.clock == name {
            var after = task.status
            if let reason {
                after.state = .void
                after.reason = reason
            } else {
                after.state = .accepted
                after.submittedAt = now
                after.submittedBy = caller.principal?.id.description ?? caller.actor
            }
            try store.append(
                NewEvent(
                    reason == nil ? "clock.ended" : "clock.voided", task.id,
                    TaskChanged(task: task.id, before: task.status, after: after)))
        }
    }

    func clocks(of source: String) throws -> [Obligation] {
        try store.tasks(TaskFilter(source: source, product: .clock, byDue: false))
    }

    func pendingClocks(of source: String) throws -> [Obligation] {
        try store.tasks(TaskFilter(source: source, states: [.open, .returned], product: .clock, byDue: false))
    }
}
