import Bureau
import Cadence
import Identifiers
import Promotion
import WorkCalendar

/// What the planted bugs write.
extension Writing {
    /// Nothing of it was sent.
    func acknowledgeAll() throws {
        for var delivery in try deliveries(DeliveryFilter(states: [.pending])) {
            delivery.state = .delivered
            try update(delivery)
        }
    }

    func tell(_ task: TaskID, level: Int, to recipient: Subject, _ key: String, at: Instant? = nil) throws {
        let reminder = Reminder(
            key: key, recipient: recipient, kind: .escalation, items: [Reminder.Item(task: task, level: level)],
            at: at ?? now)
        try append(NewEvent("reminder.decided", "scheduler", RemindersDecided(reminders: [reminder])))
    }

    /// The items of the digests that were decided since, each alone.
    func tellOneByOne(since seq: Int64, at: Instant) throws {
        for event in try events(after: seq, limit: 10) where event.verb == "reminder.decided" {
            let fact = try FactCoding.decode(RemindersDecided.self, from: event.payload)
            for digest in fact.reminders where digest.kind == .digest {
                for item in digest.items {
                    try tell(
                        item.task, level: item.level + 1, to: digest.recipient,
                        "late/\(item.task)/\(digest.recipient)/\(seq)",
                        at: at)
                }
            }
        }
    }

    func miss(_ task: TaskID) throws {
        try append(NewEvent("task.missed", "scheduler", TasksMissed(tasks: [task], at: now, cause: "grace")))
    }

    func submit(_ id: TaskID) throws {
        guard let task = try task(id), task.status.isPending else { return }
        var after = task.status
        after.state = .submitted
        after.submittedAt = now
        try append(NewEvent("task.submitted", id, TaskChanged(task: id, before: task.status, after: after)))
    }

    func dateToday(_ id: String?) throws {
        guard let id = id.flatMap({ EntryID($0) }), let before = try entry(id)?.entry, before.date < now.date - 3 else {
            return
        }
        var after = before
        after.date = now.date
        try append(NewEvent("entry.edited", id, EntryChanged(before: before, after: after)))
    }

    func moveOne() throws {
        guard let task = try tasks(TaskFilter(states: [.open, .returned], ofRules: true)).first else { return }
        let move = TaskDuesMoved.Move(task: task.id, from: task.dueAt, to: task.dueAt + 1, provisional: false)
        try append(NewEvent("task.moved", task.id, TaskDuesMoved(moves: [move], cause: "backfill")))
    }

    /// What was waived is asked for after all.
    func ask(since seq: Int64) throws {
        for event in try events(after: seq, limit: 100) where event.verb == "task.materialised" {
            let fact = try FactCoding.decode(TasksMaterialised.self, from: event.payload)
            for task in fact.obligations where task.status.reason == "pause" {
                try append(
                    NewEvent(
                        "task.settled", task.id, TaskChanged(task: task.id, before: task.status, after: .open)))
            }
        }
    }
}
