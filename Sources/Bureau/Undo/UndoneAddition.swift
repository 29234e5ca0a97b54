import Cadence
import Identifiers
import Promotion

extension WriteContext {
    /// Whoever was added by mistake owes nothing: pending tasks of units and officers that are taken back are void.
    /// A redo opens them again, because it compensates these events too.
    func voidTasks(ofAdditionsIn events: [Event]) throws {
        for event in events {
            guard let subject = try added(by: event) else { continue }
            for task in try store.tasks(TaskFilter(subjects: [subject], states: [.open, .returned])) {
                var after = task.status
                after.state = .void
                after.reason = "undone"
                try store.append(
                    NewEvent("task.voided", task.id, TaskChanged(task: task.id, before: task.status, after: after)))
            }
        }
    }

    private func added(by event: Event) throws -> Subject? {
        switch try FactCoding.head(of: event.payload).f {
        case UnitChanged.family:
            let fact = try FactCoding.decode(UnitChanged.self, from: event.payload)
            return fact.before == nil ? fact.after.map { .unit($0.id) } : nil
        case OfficerChanged.family:
            let fact = try FactCoding.decode(OfficerChanged.self, from: event.payload)
            return fact.before == nil ? fact.after.map { .officer($0.id) } : nil
        default: return nil
        }
    }
}
