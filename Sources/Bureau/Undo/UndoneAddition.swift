import Cadence
import Identifiers
import Promotion

extension WriteContext {
    /// Whoever was added by mistake owes nothing: pending tasks of units and officers that are taken back, and of
    /// rules, are void.
    /// A redo opens them again, because it compensates these events too.
    func voidTasks(ofAdditionsIn events: [Event]) throws {
        for event in events {
            guard let filter = try tasks(ofAdditionBy: event) else { continue }
            for task in try store.tasks(filter) {
                var after = task.status
                after.state = .void
                after.reason = "undone"
                try store.append(
                    NewEvent("task.voided", task.id, TaskChanged(task: task.id, before: task.status, after: after)))
            }
        }
    }

    private func tasks(ofAdditionBy event: Event) throws -> TaskFilter? {
        let pending: [ObligationStatus.State] = [.open, .returned]
        switch try FactCoding.head(of: event.payload).f {
        case UnitChanged.family:
            let fact = try FactCoding.decode(UnitChanged.self, from: event.payload)
            guard fact.before == nil, let unit = fact.after else { return nil }
            return TaskFilter(subjects: [.unit(unit.id)], states: pending)
        case OfficerChanged.family:
            let fact = try FactCoding.decode(OfficerChanged.self, from: event.payload)
            guard fact.before == nil, let officer = fact.after else { return nil }
            return TaskFilter(subjects: [.officer(officer.id)], states: pending)
        case RuleChanged.family:
            let fact = try FactCoding.decode(RuleChanged.self, from: event.payload)
            guard fact.before == nil, let rule = fact.after else { return nil }
            return TaskFilter(source: rule.id.description, states: pending)
        default: return nil
        }
    }

    /// A unit that tasks name already is not taken out of the records but put out of use.
    func softRemoval(of event: Event) throws -> NewEvent? {
        guard try FactCoding.head(of: event.payload).f == UnitChanged.family else { return nil }
        let fact = try FactCoding.decode(UnitChanged.self, from: event.payload)
        guard fact.before == nil, let unit = fact.after,
            try !store.tasks(TaskFilter(units: [unit.id], limit: 1)).isEmpty
        else { return nil }
        var inactive = unit
        inactive.active = false
        return try NewEvent("unit.reversed", event.subject, UnitChanged(before: unit, after: inactive))
    }
}
