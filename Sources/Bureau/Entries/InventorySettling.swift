import Cadence
import Identifiers
import Promotion
import WorkCalendar

extension WriteContext {
    /// Makes the inventory of an officer's day agree with the lines of that day: it is submitted, and so accepted, by
    /// the first line, and open again without any. A closed day stays as it is: later lines are late entries.
    func settleInventory(
        officer: OfficerID, on date: CivilDate
    ) throws -> (before: ObligationStatus, after: Obligation)? {
        let day = Period(.day, containing: date)
        let tasks = try store.tasks(
            TaskFilter(
                subjects: [.officer(officer)], level: .day, product: .inventory, periods: day.ordinal...day.ordinal))
        guard let task = tasks.first else { return nil }
        guard try !isClosed(task) else { return (task.status, task) }
        let lines = try firstLines(officer, date)
        var status = task.status
        if lines.isEmpty {
            if status.isPending { return (task.status, task) }
            status = .open
        } else {
            status.zero = lines.allSatisfy { $0.entry.source == .zero }
            if status.isPending {
                status.state = .accepted
                status.submittedAt = now
                status.submittedBy = caller.principal?.id.description ?? caller.actor
            }
        }
        guard status != task.status else { return (task.status, task) }
        try store.append(
            NewEvent("task.settled", task.id, TaskChanged(task: task.id, before: task.status, after: status)))
        var after = task
        after.status = status
        return (task.status, after)
    }

    /// Enough lines of a day to tell whether it has any and whether one of them is more than a zero report. A zero
    /// report is refused beside other lines, so the first few tell; only zero reports taken back and done again hide the
    /// rest, which is then read.
    private func firstLines(_ officer: OfficerID, _ date: CivilDate) throws -> [RecordedEntry] {
        let few = 4
        let first = try store.entries(EntryFilter(officer: officer, dates: date...date, limit: few))
        guard first.count == few, first.allSatisfy({ $0.entry.source == .zero }) else { return first }
        return try store.entries(EntryFilter(officer: officer, dates: date...date))
    }

    /// A day is closed once its task was missed or waived, or the week that gathers it is frozen.
    private func isClosed(_ task: Obligation) throws -> Bool {
        switch task.status.state {
        case .missed, .void: return true
        case .waived: return task.status.reason != "leave"
        case .open, .submitted, .accepted, .returned: break
        }
        let unit = task.unit
        return try store.isFrozen(kind: .week, unit: unit, period: task.period.owner(.week))
            || store.isFrozen(kind: .month, unit: unit, period: task.period.owner(.month))
    }
}
