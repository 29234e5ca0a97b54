import Cadence
import Identifiers
import Labels
import Notification
import Promotion
import WorkCalendar

/// Makes messages out of what was decided, with names as they are now.
struct MessageMaking {
    private let reading: any Reading
    private let rules: [String: Rule]
    private let names: Names
    private let now: Instant

    init(_ reading: any Reading, now: Instant) throws {
        self.reading = reading
        self.now = now
        rules = Dictionary(uniqueKeysWithValues: try reading.rules().map { ($0.id.description, $0) })
        names = try Names(reading)
    }

    /// nil when nothing of it has still to be done: whoever has submitted is not reminded.
    func message(_ key: String) throws -> Message? {
        guard let reminder = try reading.reminder(key) else { return nil }
        let tasks = try reading.tasks(TaskFilter(ids: reminder.items.map(\.task), states: [.open, .returned]))
        let levels = Dictionary(reminder.items.map { ($0.task, $0.level) }) { max($0, $1) }
        guard !tasks.isEmpty else { return nil }
        let recipient =
            switch reminder.recipient {
            case .unit(let id): names.unit(id)
            case .officer(let id): names.officer(id)
            }
        return Message(
            key: key, kind: reminder.kind.rawValue, recipient: reminder.recipient.description,
            recipientName: recipient, at: reminder.at,
            items: tasks.map { task in
                Message.Item(
                    task: task.id.description, title: title(task, for: reminder.recipient), dueAt: task.dueAt,
                    provisional: task.provisional, level: levels[task.id] ?? 1, overdue: task.dueAt < now)
            })
    }

    /// The rule's name and its period, or the record and its clock; whose it is where that is not the reader.
    private func title(_ task: Obligation, for reader: Subject) -> Phrase {
        let clock = CodeLabel.of(task.clock ?? task.occurrence)
        let what =
            rules[task.source]?.name ?? Phrase(zh: "\(task.source) \(clock.zh)", en: "\(task.source) \(clock.en)")
        let period = rules[task.source] == nil ? "" : " \(task.occurrence)"
        guard task.subject != reader else { return Phrase(zh: what.zh + period, en: what.en + period) }
        let owner: Phrase =
            switch task.subject {
            case .unit(let id): names.unit(id)
            case .officer(let id): names.officer(id)
            }
        return Phrase(zh: "\(what.zh)\(period)（\(owner.zh)）", en: "\(what.en)\(period) (\(owner.en))")
    }
}

extension Reading {
    /// In which words a channel speaks: its own, else as the setting for its first unit has it.
    func wording(_ channel: Channel, on date: CivilDate) throws -> Channel.Wording {
        if let own = channel.wording { return own }
        let tree = UnitTree(try units())
        return Channel.Wording(
            rawValue: try setting("notify.language", on: date, unit: channel.units.first, tree: tree)) ?? .zh
    }
}
