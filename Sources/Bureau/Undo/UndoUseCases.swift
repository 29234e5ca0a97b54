import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs undo [N]`: takes back the caller's newest N commands by compensating events. Refused, naming them, when later
    /// events touched the same records.
    public func undo(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let count = try Self.undoCount(words)
        let result = try await execute("undo", caller) { context in
            try context.authorise("undo", .none)
            let commands = try context.undoable(count)
            for command in commands { try context.reverse(command, redo: false) }
            return Outcome(
                id: commands.first?.outcome.id,
                changed: commands.map { Change("undone", from: $0.verb, to: $0.outcome.id) })
        }
        await rouse(caller)
        return result
    }

    /// `zs redo`: directly after `undo`, does again what it took back.
    public func redo(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("redo", caller) { context in
            try context.authorise("redo", .none)
            guard let newest = try context.ownCommands(limit: 20).first, newest.verb == "undo" else {
                throw ZhaoshangError(
                    .refused, zh: "上一条命令不是撤销，没有可重做的", en: "your newest command is not an undo: nothing to redo",
                    hint: Phrase(zh: "重做只能紧接在 zs undo 之后", en: "redo works directly after zs undo"))
            }
            let events = try context.store.events(command: newest.id)
            let reversed = try events.compactMap { event in
                try FactCoding.head(of: event.payload).f == CommandReversed.family
                    ? FactCoding.decode(CommandReversed.self, from: event.payload).command : nil
            }
            try context.refuseTouched(newest)
            for event in events.reversed() {
                if let compensation = try Reversal.compensation(of: event) { try context.store.append(compensation) }
            }
            try context.settleDays(of: events)
            for command in reversed.reversed() {
                try context.store.append(
                    NewEvent("command.redone", "command/\(command)", CommandReversed(command: command, redo: true)))
            }
            let commands = try reversed.compactMap { try context.store.command($0) }
            return Outcome(
                id: commands.first?.outcome.id,
                changed: commands.map { Change("redone", from: $0.verb, to: $0.outcome.id) })
        }
        await rouse(caller)
        return result
    }

    private static func undoCount(_ words: CommandWords) throws -> Int {
        guard let text = words.words.first else { return 1 }
        if let count = Int(text), (1...100).contains(count) { return count }
        throw ZhaoshangError(
            .usage, zh: "撤销条数为 1 到 100：\(text)", en: "undo takes a number from 1 to 100: \(text)")
    }
}

extension WriteContext {
    /// The caller's own commands, newest first: those typed in the same name.
    fileprivate func ownCommands(limit: Int) throws -> [AcceptedCommand] {
        try store.commands(actor: caller.actor, limit: limit).filter { $0.onBehalf == caller.onBehalf }
    }

    fileprivate func undoable(_ count: Int) throws -> [AcceptedCommand] {
        let candidates = try ownCommands(limit: 1000).filter { command in
            command.reversedBy == nil && command.verb != "undo" && command.verb != "redo"
        }
        guard candidates.count >= count else {
            throw ZhaoshangError(
                .refused, zh: "可撤销的命令只有 \(candidates.count) 条",
                en: "there are only \(candidates.count) commands to undo",
                hint: Phrase(zh: "代表他人的命令须加同样的 --as", en: "commands given for somebody need the same --as"))
        }
        return Array(candidates.prefix(count))
    }

    fileprivate func reverse(_ command: AcceptedCommand, redo: Bool) throws {
        guard command.outcome.undoable else {
            throw ZhaoshangError(
                .notUndoable, zh: "\(command.verb) 不能撤销", en: "\(command.verb) cannot be undone",
                hint: Phrase(
                    zh: "冻结、重发、删除、查看个人信息、日历和时钟操作不可撤销",
                    en: "freeze, reissue, erase, reveal, calendar and clock acts stand"),
                details: ["verb": .text(command.verb)])
        }
        try refuseTouched(command)
        let events = try store.events(command: command.id)
        try store.append(
            NewEvent("command.undone", "command/\(command.id)", CommandReversed(command: command.id, redo: redo)))
        for event in events.reversed() {
            if let compensation = try softRemoval(of: event) ?? Reversal.compensation(of: event) {
                try store.append(compensation)
            }
        }
        try voidTasks(ofAdditionsIn: events)
        try settleDays(of: events)
    }

    /// Later events on the same records stand on this command. A day's inventory is settled anew, so lines of the same
    /// day do not stand in one another's way; nor does what was taken back, with its undo.
    fileprivate func refuseTouched(_ command: AcceptedCommand) throws {
        let events = try store.events(command: command.id)
        let subjects = Set(events.filter { $0.verb != "task.settled" }.map(\.subject))
        let touched = try subjects.filter { subject in
            try store.events(subject: subject, limit: 200).contains { event in
                guard event.seq > command.lastSeq, event.command != caller.commandID else { return false }
                // That the scheduler made tasks of a rule is no use somebody made of it.
                if event.verb == "task.materialised" { return false }
                guard let later = try store.command(event.command) else { return true }
                return later.reversedBy == nil && later.verb != "undo" && later.verb != "redo"
            }
        }
        guard !touched.isEmpty else { return }
        let names = touched.sorted()
        throw ZhaoshangError(
            .conflict, zh: "之后又有改动，不能撤销：\(names.joined(separator: "、"))",
            en: "changed since, so it cannot be undone: \(names.joined(separator: ", "))",
            hint: Phrase(zh: "查看：zs history \(names[0])", en: "see: zs history \(names[0])"),
            details: ["touched": .list(names)])
    }

    fileprivate func settleDays(of events: [Event]) throws {
        var days: Set<OfficerDay> = []
        for event in events where try FactCoding.head(of: event.payload).f == EntryChanged.family {
            let fact = try FactCoding.decode(EntryChanged.self, from: event.payload)
            for entry in [fact.before, fact.after].compactMap({ $0 }) {
                days.insert(OfficerDay(officer: entry.officer, date: entry.date))
            }
        }
        for day in days.sorted(by: { ($0.date, $0.officer) < ($1.date, $1.officer) }) {
            _ = try settleInventory(officer: day.officer, on: day.date)
        }
    }
}

private struct OfficerDay: Hashable {
    var officer: OfficerID
    var date: CivilDate
}
