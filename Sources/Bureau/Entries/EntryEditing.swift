import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs entry edit J-5 [text…] [key:value] [+tag] [--untag T] [--on DATE]`: what is given replaces what was there.
    /// The earlier wording stays in the log.
    public func editEntry(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("entry.edit", caller) { context in
            var words = words
            let before = try context.editable(&words, verb: "entry.edit")
            let draft = try EntryDraft(words, today: context.today)
            var after = before
            if !draft.text.isEmpty { after.text = try context.store.keep(text: draft.text) }
            if !draft.mentions.isEmpty {
                after.links += try context.links(for: draft.mentions)
                after.enterprises = try context.enterprises(of: after.links)
            }
            let untagged = Set(words.values("untag"))
            after.tags = before.tags.filter { !untagged.contains($0) }
            after.tags += draft.tags.filter { !after.tags.contains($0) }
            if let kind = draft.kind { after.kind = kind }
            if let amount = draft.amount { after.amount = amount }
            after.attributes.merge(draft.attributes) { $1 }
            if let date = draft.date {
                let officer = try context.officer(before.officer)
                after.unit = try context.unit(of: officer, on: date)
                after.date = date
            }
            guard after != before else {
                throw ZhaoshangError(
                    .incomplete, zh: "没有要改的内容", en: "nothing to change",
                    hint: Phrase(
                        zh: "例如：zs entry edit \(before.id) \"新内容\" amount:3亿",
                        en: "for example: zs entry edit \(before.id) \"new text\" amount:RMB 300 million"))
            }
            return try context.change(before, to: after, verb: "entry.edited")
        }
        await rouse(caller)
        return result
    }

    /// `zs entry withdraw J-5 [J-6]`: the lines count no more; a day left without lines is open again unless closed.
    public func withdrawEntries(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("entry.withdraw", caller) { context in
            var rest = words
            var outcome = Outcome()
            repeat {
                let before = try context.editable(&rest, verb: "entry.withdraw")
                var after = before
                after.withdrawn = true
                let one = try context.change(before, to: after, verb: "entry.withdrawn")
                outcome.id = outcome.id ?? one.id
                outcome.changed += one.changed.map { change in
                    Change(
                        change.field == "withdrawn" ? "\(before.id).withdrawn" : change.field, from: change.from,
                        to: change.to)
                }
            } while !rest.words.isEmpty
            return outcome
        }
        await rouse(caller)
        return result
    }
}

extension WriteContext {
    func officer(_ id: OfficerID) throws -> Officer {
        if let officer = try store.officer(id) { return officer }
        throw ZhaoshangError(.notFound, zh: "没有这个人员：\(id)", en: "no such officer: \(id)")
    }

    /// The entry that the first word names, if the caller may change it.
    fileprivate func editable(_ words: inout CommandWords, verb: String) throws -> Entry {
        guard !words.words.isEmpty else {
            throw ZhaoshangError(
                .usage, zh: "请指明日志编号", en: "name the entry",
                hint: Phrase(zh: "例如：J-12；查看：zs entry list", en: "for example J-12; see: zs entry list"))
        }
        let entry = try Bureau.entry(words.words.removeFirst(), store).entry
        try authorise(verb, .officer(entry.officer, in: entry.unit))
        if entry.withdrawn {
            throw ZhaoshangError(
                .refused, zh: "\(entry.id) 已撤回", en: "\(entry.id) is withdrawn",
                hint: Phrase(zh: "重新记录：zs log …", en: "log it again: zs log …"))
        }
        if case .automatic = entry.source {
            throw ZhaoshangError(
                .refused, zh: "\(entry.id) 是自动记录，随原操作撤销", en: "\(entry.id) was written by another command",
                hint: Phrase(zh: "撤销原操作：zs undo", en: "undo that command: zs undo"))
        }
        return entry
    }

    fileprivate func change(_ before: Entry, to after: Entry, verb: String) throws -> Outcome {
        try store.append(NewEvent(verb, after.id, EntryChanged(before: before, after: after)))
        var changed = EntryDifference.changes(before, after)
        for date in Set([before.date, after.date]).sorted() {
            guard let task = try settleInventory(officer: after.officer, on: date) else { continue }
            if task.before.state != task.after.status.state {
                changed.append(
                    Change(
                        "\(task.after.id).state", from: task.before.state.rawValue,
                        to: task.after.status.state.rawValue))
            }
        }
        if !(before.linkedRecords + after.linkedRecords).isEmpty { changed += try noteActivity(before, after) }
        return Outcome(id: after.id.description, changed: changed)
    }
}
