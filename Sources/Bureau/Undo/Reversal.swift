import Cadence
import Identifiers
import Labels
import Notification
import Promotion
import WorkCalendar

/// The compensating event of an event: same business dates, the other way round.
enum Reversal {
    /// nil for events that follow from others by themselves: a day's inventory is settled from its lines.
    static func compensation(of event: Event) throws -> NewEvent? {
        let head = try FactCoding.head(of: event.payload)
        switch head.f {
        case UnitChanged.family:
            let fact = try FactCoding.decode(UnitChanged.self, from: event.payload)
            return try NewEvent("unit.reversed", event.subject, UnitChanged(before: fact.after, after: fact.before))
        case OfficerChanged.family:
            let fact = try FactCoding.decode(OfficerChanged.self, from: event.payload)
            return try NewEvent(
                "officer.reversed", event.subject, OfficerChanged(before: fact.after, after: fact.before))
        case RuleChanged.family:
            let fact = try FactCoding.decode(RuleChanged.self, from: event.payload)
            return try NewEvent("rule.reversed", event.subject, RuleChanged(before: fact.after, after: fact.before))
        case TargetChanged.family:
            let fact = try FactCoding.decode(TargetChanged.self, from: event.payload)
            return try NewEvent("target.reversed", event.subject, TargetChanged(before: fact.after, after: fact.before))
        case SettingChanged.family:
            let fact = try FactCoding.decode(SettingChanged.self, from: event.payload)
            return try NewEvent(
                "setting.reversed", event.subject, SettingChanged(before: fact.after, after: fact.before))
        case EntryChanged.family:
            return try entry(FactCoding.decode(EntryChanged.self, from: event.payload))
        case TaskChanged.family:
            if event.verb == "task.settled" { return nil }
            let fact = try FactCoding.decode(TaskChanged.self, from: event.payload)
            return try NewEvent(
                "task.reversed", event.subject,
                TaskChanged(task: fact.task, before: fact.after, after: fact.before))
        case TaskDuesMoved.family:
            let fact = try FactCoding.decode(TaskDuesMoved.self, from: event.payload)
            let moves = fact.moves.map {
                TaskDuesMoved.Move(task: $0.task, from: $0.to, to: $0.from, provisional: $0.provisional)
            }
            return try NewEvent("task.moved", event.subject, TaskDuesMoved(moves: moves, cause: "undo"))
        case TaskOwnerChanged.family:
            let fact = try FactCoding.decode(TaskOwnerChanged.self, from: event.payload)
            return try NewEvent("task.reversed", event.subject, fact.reversed)
        case ClockStarted.family:
            let fact = try FactCoding.decode(ClockStarted.self, from: event.payload)
            return try NewEvent(
                "task.voided", event.subject,
                TaskChanged(
                    task: fact.task.id, before: fact.task.status,
                    after: ObligationStatus(state: .void, reason: "undone")))
        case ChannelChanged.family:
            let fact = try FactCoding.decode(ChannelChanged.self, from: event.payload)
            return try NewEvent(
                "notify.reversed", event.subject, ChannelChanged(before: fact.after, after: fact.before))
        case CommandReversed.family: return nil
        case let family:
            if let noun = RecordNouns.type(of: family) { return try noun.compensation(of: event) }
            throw ZhaoshangError(
                .notUndoable, zh: "\(event.verb) 不能撤销", en: "\(event.verb) cannot be undone",
                details: ["verb": .text(event.verb)])
        }
    }

    /// A line that was logged is withdrawn; one that was withdrawn stands again.
    private static func entry(_ fact: EntryChanged) throws -> NewEvent {
        if let before = fact.before {
            return try NewEvent(
                before.withdrawn ? "entry.withdrawn" : "entry.restored", before.id,
                EntryChanged(before: fact.after, after: before))
        }
        var after = fact.after
        after.withdrawn = true
        return try NewEvent("entry.withdrawn", after.id, EntryChanged(before: fact.after, after: after))
    }
}
