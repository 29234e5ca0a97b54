import Cadence
import Synchronization
import WorkCalendar

extension Simulation {
    /// What the wrappers of a planted bug are told of the world; nothing without one.
    func noteForBug() {
        guard plan.bug != nil else { return }
        let now = clock.now()
        let open = pending.sorted().compactMap { rows[$0] }
        let openNotDue = open.first { $0.dueAt > now + Instant.hour }?.id
        let closed = rows.values.filter { $0.status.state == .accepted }.map(\.id).min()
        let parent = open.first { task in
            guard let rule = rule(of: task), rule.waitsForAll else { return false }
            return children(task, rule).contains(where: \.status.isPending)
        }
        let told = levels.filter { $0.value > 1 && pending.contains($0.key.task) }.keys
            .min { ($0.task, $0.recipient) < ($1.task, $1.recipient) }
        around.box.facts.withLock { facts in
            facts.openNotDue = openNotDue
            facts.closed = closed
            facts.waiting = parent?.id
            facts.told = told
        }
    }
}
