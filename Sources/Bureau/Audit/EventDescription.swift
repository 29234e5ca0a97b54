import Cadence
import Identifiers
import Notification
import Promotion
public import WorkCalendar

/// What an event changed, in fields: for `history` and for the answer of a write.
public struct EventDescription: Sendable {
    public var event: Event
    public var effectiveOn: CivilDate?
    public var changed: [Change]

    init(_ event: Event) throws {
        self.event = event
        changed = []
        switch try FactCoding.head(of: event.payload).f {
        case UnitChanged.family:
            let fact = try FactCoding.decode(UnitChanged.self, from: event.payload)
            changed = Self.pair(fact.before, fact.after, UnitWords.differences, "unit", \.code)
        case OfficerChanged.family:
            let fact = try FactCoding.decode(OfficerChanged.self, from: event.payload)
            changed = Self.pair(fact.before, fact.after, OfficerWords.differences, "officer", \.name)
        case EntryChanged.family:
            let fact = try FactCoding.decode(EntryChanged.self, from: event.payload)
            effectiveOn = fact.after.date
            changed =
                fact.before.map { EntryDifference.changes($0, fact.after) }
                ?? [Change("text", to: fact.after.text.map { "text#\($0.id)" })]
        case TaskChanged.family:
            let fact = try FactCoding.decode(TaskChanged.self, from: event.payload)
            changed = [Change("state", from: fact.before.state.rawValue, to: fact.after.state.rawValue)]
        case RuleChanged.family:
            let fact = try FactCoding.decode(RuleChanged.self, from: event.payload)
            changed = [
                Change(
                    "revision", from: fact.before?.revisions.last.map { String($0.number) },
                    to: fact.after?.revisions.last.map { String($0.number) }),
                Change(
                    "due", from: fact.before?.revisions.last?.due.description,
                    to: fact.after?.revisions.last?.due.description),
                Change("until", from: fact.before?.until?.key, to: fact.after?.until?.key),
                Change("pause", from: fact.before?.pauses?.last?.wording, to: fact.after?.pauses?.last?.wording),
            ].filter { $0.from != $0.to }
            if let pause = fact.after?.pauses?.last, pause.reason != fact.before?.pauses?.last?.reason {
                changed.append(Change("reason", to: "text#\(pause.reason.id)"))
            }
        case BackfillRun.family:
            let fact = try FactCoding.decode(BackfillRun.self, from: event.payload)
            changed = [
                Change("backfill", to: "\(fact.id) \(fact.from.key) → \(fact.to.key)"),
                Change("tasks", to: String(fact.tasks)),
            ]
        case TargetChanged.family:
            let fact = try FactCoding.decode(TargetChanged.self, from: event.payload)
            changed = [
                Change("annual", from: fact.before.map { String($0.annual) }, to: fact.after.map { String($0.annual) })
            ]
        case SettingChanged.family:
            let fact = try FactCoding.decode(SettingChanged.self, from: event.payload)
            changed = [Change("value", from: fact.before?.value, to: fact.after?.value)]
        case TaskDuesMoved.family:
            let fact = try FactCoding.decode(TaskDuesMoved.self, from: event.payload)
            changed = fact.moves.map {
                Change($0.task.description, from: $0.from.iso8601, to: $0.to.iso8601)
            }
        case TaskOwnerChanged.family:
            let fact = try FactCoding.decode(TaskOwnerChanged.self, from: event.payload)
            changed = [Change("owner", from: fact.before.description, to: fact.after.description)]
        case ChannelChanged.family:
            let fact = try FactCoding.decode(ChannelChanged.self, from: event.payload)
            changed = Self.pair(fact.before, fact.after, ChannelWords.differences, "channel", \.code)
        case DeliveriesRetried.family:
            let fact = try FactCoding.decode(DeliveriesRetried.self, from: event.payload)
            changed = fact.messages.map { Change("message", to: $0) }
        case RemindersForgotten.family:
            let fact = try FactCoding.decode(RemindersForgotten.self, from: event.payload)
            changed = [Change("before", to: fact.before.iso8601)]
        case RemindersDecided.family:
            let fact = try FactCoding.decode(RemindersDecided.self, from: event.payload)
            changed = fact.reminders.map { Change($0.recipient.description, to: $0.key) }
        case ClockStarted.family:
            let fact = try FactCoding.decode(ClockStarted.self, from: event.payload)
            changed = [Change(fact.task.occurrence, to: fact.task.dueAt.iso8601)]
        case ContactRevealed.family:
            let fact = try FactCoding.decode(ContactRevealed.self, from: event.payload)
            changed = [Change("purpose", to: "text#\(fact.purpose.id)")]
        case TextErased.family:
            changed = [Change("text", from: "#\(try FactCoding.decode(TextErased.self, from: event.payload).text)")]
        case TextRedacted.family:
            changed = [Change("text", from: "#\(try FactCoding.decode(TextRedacted.self, from: event.payload).text)")]
        case let family:
            if let noun = RecordNouns.type(of: family) { changed = try noun.changes(in: event) }
        }
    }

    private static func pair<Record>(
        _ before: Record?, _ after: Record?, _ differences: (Record, Record) -> [Change], _ noun: String,
        _ name: KeyPath<Record, String>
    ) -> [Change] {
        if let before, let after { return differences(before, after) }
        return [Change(noun, from: before.map { $0[keyPath: name] }, to: after.map { $0[keyPath: name] })]
    }
}

extension Bureau {
    /// `text#12` replaced by the words it stands for; erased ones by nothing.
    public func resolved(_ changes: [Change]) async throws -> [Change] {
        let ids = changes.flatMap { [$0.from, $0.to] }.compactMap { $0.flatMap(Self.textID) }
        guard !ids.isEmpty else { return changes }
        let texts = try await store.read { try $0.texts(ids) }
        func shown(_ value: String?) -> String? {
            guard let value else { return nil }
            guard let id = Self.textID(value) else { return value }
            return texts[id]
        }
        return changes.map { Change($0.field, from: shown($0.from), to: shown($0.to)) }
    }

    private static func textID(_ value: String) -> Int64? {
        value.hasPrefix("text#") ? Int64(value.dropFirst(5)) : nil
    }
}
