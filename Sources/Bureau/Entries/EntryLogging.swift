public import Cadence
import Identifiers
public import Labels
public import Promotion
import Synchronization
import WorkCalendar

/// An entry as people see it: with its texts and names.
public struct EntryView: Sendable {
    public var recorded: RecordedEntry
    public var officerName: Phrase
    public var unitName: Phrase
    /// nil when erased or when the line has none.
    public var text: String?
    /// Names of what the line links to, in its order.
    public var links: [Phrase]

    public var entry: Entry { recorded.entry }
}

public struct LoggedEntry: Sendable {
    public var result: CommandResult
    public var entry: EntryView?
    /// The inventory of the day, where there is one.
    public var task: Obligation?
}

extension Bureau {
    /// `zs log`: one line of the caller's day; it submits the day's inventory.
    public func logEntry(_ words: CommandWords, caller: Caller) async throws -> LoggedEntry {
        // The answer is kept from inside: a dry run leaves nothing behind to read, and reading costs a change of thread.
        let written = WrittenEntry()
        let result = try await execute("entry.log", caller) { context in
            let officer = try context.requirePrincipal("log")
            let draft = try EntryDraft(words, today: context.today)
            let date = draft.date ?? context.today
            let unit = try context.unit(of: officer, on: date)
            try context.authorise("entry.log", .officer(officer.id, in: unit))
            let zero = words.flag("zero")
            let source: Entry.Source = zero ? .zero : .typed
            try context.checkContent(draft, zero: zero, officer: officer, date: date)
            let links = try context.links(for: draft.mentions)
            let entry = Entry(
                id: EntryID(try context.store.nextNumber("J")), date: date, officer: officer.id, unit: unit,
                source: source, text: draft.text.isEmpty ? nil : try context.store.keep(text: draft.text),
                links: links, enterprises: try context.enterprises(of: links), tags: draft.tags, kind: draft.kind,
                amount: draft.amount, attributes: draft.attributes)
            let event = try context.store.append(
                NewEvent(zero ? "entry.zero" : "entry.logged", entry.id, EntryChanged(before: nil, after: entry)))
            let task = try context.settleInventory(officer: officer.id, on: date)
            var outcome = Outcome(id: entry.id.description, changed: [Change("entry", to: entry.id.description)])
            if !entry.linkedRecords.isEmpty { outcome.changed += try context.noteActivity(nil, entry) }
            let recorded = RecordedEntry(
                entry: entry, seq: event.seq, recordedAt: event.instant, lastSeq: event.seq)
            written.keep(try context.view(recorded, text: draft.text, by: officer), task?.after)
            if let task {
                outcome.related["task"] = task.after.id.description
                if task.after.status.state != task.before.state {
                    outcome.changed.append(
                        Change(
                            "\(task.after.id).state", from: task.before.state.rawValue,
                            to: task.after.status.state.rawValue))
                }
            }
            return outcome
        }
        return result.replayed ? try await logged(result) : written.logged(result)
    }

    /// The answer to a command that was accepted before.

    private func logged(_ result: CommandResult) async throws -> LoggedEntry {
        try await store.read { reading in
            let id = result.outcome.id.flatMap { EntryID($0) }
            let entry = try id.flatMap { try reading.entry($0) }
            let task = try result.outcome.related["task"].flatMap { TaskID($0) }.flatMap { try reading.task($0) }
            let names = try Names(reading)
            return LoggedEntry(result: result, entry: try entry.map { try names.view($0, reading) }, task: task)
        }
    }
}

/// Carries an entry out of its transaction.
private final class WrittenEntry: Sendable {
    private let held = Mutex<(EntryView, Obligation?)?>(nil)

    func keep(_ entry: EntryView, _ task: Obligation?) {
        held.withLock { $0 = (entry, task) }
    }

    func logged(_ result: CommandResult) -> LoggedEntry {
        let kept = held.withLock { $0 }
        return LoggedEntry(result: result, entry: kept?.0, task: kept?.1)
    }
}

extension WriteContext {
    /// The line as the answer shows it. Most lines link to nothing, and then everything shown is at hand.
    fileprivate func view(_ recorded: RecordedEntry, text: String, by officer: Officer) throws -> EntryView {
        guard recorded.entry.links.isEmpty else { return try Names(store).view(recorded, store) }
        return EntryView(
            recorded: recorded, officerName: Phrase(zh: officer.name, en: officer.nameEn ?? officer.name),
            unitName: tree.byID[recorded.entry.unit]?.name ?? Phrase(recorded.entry.unit.description),
            text: text.isEmpty ? nil : text, links: [])
    }

    func requirePrincipal(_ verb: String) throws -> Officer {
        if let officer = caller.principal { return officer }
        throw ZhaoshangError(
            .forbidden, zh: "管理员没有自己的日志", en: "an administrator has no day of his own",
            hint: Phrase(zh: "代表人员操作：zs --as O-… \(verb) …", en: "act for an officer: zs --as O-… \(verb) …"))
    }

    /// The officer's unit on a day that the log accepts: not in the future, not further back than the setting
    /// allows, not before the officer came.
    func unit(of officer: Officer, on date: CivilDate) throws -> UnitID {
        if date > today {
            throw ZhaoshangError(
                .badDate, zh: "\(date) 还没有到", en: "\(date) is in the future",
                hint: Phrase(zh: "今天是 \(today)", en: "today is \(today)"), details: ["date": .text(date.description)])
        }
        let backdate = date == today ? 0 : try store.number("entry.backdate_days", on: today)
        if today - date > backdate {
            throw ZhaoshangError(
                .badDate, zh: "\(date) 早于可补记的 \(backdate) 天", en: "\(date) is more than \(backdate) days back",
                hint: Phrase(
                    zh: "管理员可放宽：zs setting set entry.backdate_days …",
                    en: "an administrator can widen it: zs setting set entry.backdate_days …"),
                details: ["date": .text(date.description), "days": .number(Int64(backdate))])
        }
        if let unit = officer.unit(on: date) { return unit }
        throw ZhaoshangError(
            .refused, zh: "\(officer.name) 在 \(date) 不属于任何机构", en: "\(officer.name) belonged to no unit on \(date)",
            hint: Phrase(zh: "查看：zs officer show \(officer.id)", en: "see: zs officer show \(officer.id)"))
    }

    func checkContent(_ draft: EntryDraft, zero: Bool, officer: Officer, date: CivilDate) throws {
        if zero {
            let lines = try store.lineCount(officer: officer.id, on: date)
            guard lines > 0 else { return }
            throw ZhaoshangError(
                .refused, zh: "\(date) 已有 \(lines) 条记录，不能零报告", en: "\(date) has \(lines) lines: not a zero report",
                hint: Phrase(
                    zh: "查看：zs entry list since:\(date) until:\(date)",
                    en: "see: zs entry list since:\(date) until:\(date)"))
        }
        guard draft.text.isEmpty, draft.mentions.isEmpty, draft.tags.isEmpty, draft.amount == nil, draft.kind == nil
        else { return }
        throw ZhaoshangError(
            .incomplete, zh: "写点什么，或者零报告", en: "write something, or report zero",
            hint: Phrase(
                zh: "例如：zs log \"走访渝新能源\" +走访；零报告：zs log --zero",
                en: "for example: zs log \"visited Yu New Energy\" +visit; nothing to report: zs log --zero"),
            details: ["missing": .list(["text"])])
    }

    /// Another accepted verb of an officer becomes a line of the day.
    func recordAutomaticLine(verb: String, subject: String, officer: Officer) throws -> EntryID? {
        guard let unit = officer.unit(on: today) else { return nil }
        let entry = Entry(
            id: EntryID(try store.nextNumber("J")), date: today, officer: officer.id, unit: unit,
            source: .automatic(verb: verb, subject: subject))
        try store.append(NewEvent("entry.automatic", entry.id, EntryChanged(before: nil, after: entry)))
        _ = try settleInventory(officer: officer.id, on: today)
        return entry.id
    }
}
