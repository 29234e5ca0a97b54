import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs rule add CODE level:week product:consolidation scope:U-1 due:"workday -1 at 16:00" …`.
    public func addRule(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("rule.add", caller) { context in
            try context.authorise("rule.add", .none)
            let rules = try context.store.rules()
            let draft = try RuleDraft(words, tree: context.tree, today: context.today)
            let code = try draft.require(draft.code, "code")
            guard !rules.contains(where: { $0.code == code }) else {
                throw ZhaoshangError(
                    .conflict, zh: "规则 \(code) 已存在", en: "there is a rule \(code) already",
                    hint: Phrase(zh: "修改：zs rule edit \(code) …", en: "to change it: zs rule edit \(code) …"))
            }
            try draft.requireAll()
            let level = try draft.require(draft.level, "level")
            let due = try draft.require(draft.due, "due")
            let from =
                try draft.from(level)
                ?? Rule.firstPeriod(level, due: due, now: context.now, calendar: context.calendar)
            let id = RuleID(try context.store.nextNumber("R"))
            let rule = Rule(
                id: id, code: code, name: draft.name ?? Phrase(code), level: level,
                product: draft.product ?? .custom, scope: try draft.require(draft.scope, "scope"),
                fanOut: draft.fanOut ?? .scope, gathers: draft.gathers,
                revisions: [draft.revision(number: 1, from: from, over: nil, due: due)], until: nil)
            try context.store.append(NewEvent("rule.added", id, RuleChanged(before: nil, after: rule)))
            return Outcome(id: id.description, changed: [Change("rule", to: code)])
        }
        await rouse(caller)
        return result
    }

    /// `zs rule edit R-2 due:… [--from PERIOD] [--this-period]`: a new revision, from the next period on. With
    /// `--this-period` the due times of its open, unsubmitted tasks of the running period move instead.
    public func editRule(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("rule.edit", caller) { context in
            try context.authorise("rule.edit", .none)
            let before = try Self.rule(words.words.first ?? "", in: context.store.rules())
            let draft = try RuleDraft(words, tree: context.tree, today: context.today)
            if words.flag("this-period") { return try context.moveThisPeriod(before, draft) }
            if let level = draft.level, level != before.level {
                return try context.changeLevel(before, to: level, draft)
            }
            return try context.revise(before, draft)
        }
        await rouse(caller)
        return result
    }

    /// `zs rule end R-2 [--until PERIOD]`: no tasks after that period, or after the running one.
    public func endRule(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("rule.end", caller) { context in
            try context.authorise("rule.end", .none)
            let before = try Self.rule(words.words.first ?? "", in: context.store.rules())
            var after = before
            let running = before.currentPeriod(at: context.now)
            let last = try words.option("until").map {
                try DateReading.period($0, today: context.today, kind: before.level)
            }
            after.until = max(last ?? running, running)
            try context.store.append(NewEvent("rule.ended", before.id, RuleChanged(before: before, after: after)))
            return Outcome(
                id: before.id.description,
                changed: [Change("until", from: before.until?.key, to: after.until?.key)])
        }
        await rouse(caller)
        return result
    }
}

extension WriteContext {
    fileprivate func revise(_ before: Rule, _ draft: RuleDraft) throws -> Outcome {
        guard let last = before.revisions.last else {
            throw ZhaoshangError(.damagedStore, zh: "\(before.id) 没有版本", en: "\(before.id) has no revision")
        }
        guard draft.changesSomething else { throw RuleDraft.nothingToChange(before.code) }
        let next = before.currentPeriod(at: now).next
        // A rule that has not begun yet keeps its beginning unless a new one is given.
        let from = max(try draft.from(before.level) ?? before.start ?? next, next)
        var after = before
        // A revision that has not begun yet is replaced, so that revisions stay in the order of their periods.
        after.revisions.removeAll { $0.from >= from && $0.from >= next }
        let revision = draft.revision(number: last.number + 1, from: from, over: last, due: draft.due ?? last.due)
        after.revisions.append(revision)
        after.name = draft.name ?? before.name
        after.fanOut = draft.fanOut ?? before.fanOut
        after.gathers = draft.gathers ?? before.gathers
        try store.append(NewEvent("rule.revised", before.id, RuleChanged(before: before, after: after)))
        var changes = [Change("revision", from: String(last.number), to: String(revision.number))]
        if last.due != revision.due {
            changes.append(Change("due", from: last.due.description, to: revision.due.description))
        }
        if last.wait != revision.wait {
            changes.append(Change("wait", from: last.wait.description, to: revision.wait.description))
        }
        changes.append(Change("from", to: from.key))
        return Outcome(id: before.id.description, changed: changes)
    }

    /// One rule ends, another begins: no day is owned by both.
    fileprivate func changeLevel(_ before: Rule, to level: PeriodKind, _ draft: RuleDraft) throws -> Outcome {
        guard let last = before.revisions.last, let due = draft.due else {
            throw ZhaoshangError(
                .incomplete, zh: "改变层级须给出新的 due:", en: "a change of level needs a new due:",
                hint: Phrase(
                    zh: "例如：level:\(level.rawValue) due:\"workday -1 at 16:00\"",
                    en: "for example: level:\(level.rawValue) due:\"workday -1 at 16:00\""),
                details: ["missing": .list(["due"])])
        }
        var ended = before
        // The old rule's running period is its last; the new one starts with the first period after that day.
        let lastOld = before.currentPeriod(at: now)
        ended.until = lastOld
        var from = Period(level, containing: lastOld.lastDay + 1)
        if from.firstDay <= lastOld.lastDay { from = from.next }
        let id = RuleID(try store.nextNumber("R"))
        let started = Rule(
            id: id, code: before.code + "." + level.rawValue, name: draft.name ?? before.name, level: level,
            product: draft.product ?? before.product, scope: before.scope, fanOut: draft.fanOut ?? before.fanOut,
            gathers: draft.gathers ?? before.gathers,
            revisions: [draft.revision(number: 1, from: from, over: last, due: due)], until: nil)
        try store.append(NewEvent("rule.ended", before.id, RuleChanged(before: before, after: ended)))
        try store.append(NewEvent("rule.added", id, RuleChanged(before: nil, after: started)))
        return Outcome(
            id: id.description,
            changed: [
                Change("level", from: before.level.rawValue, to: level.rawValue),
                Change("until", to: lastOld.key), Change("from", to: from.key),
            ])
    }

    fileprivate func moveThisPeriod(_ rule: Rule, _ draft: RuleDraft) throws -> Outcome {
        guard let due = draft.due else {
            throw ZhaoshangError(
                .incomplete, zh: "--this-period 只移动到期时间，须给出 due:", en: "--this-period moves due times: give due:",
                hint: Phrase(
                    zh: "例如：zs rule edit \(rule.code) \"due:workday -1 at 16:00\" --this-period",
                    en: "for example: zs rule edit \(rule.code) \"due:workday -1 at 16:00\" --this-period"),
                details: ["missing": .list(["due"])])
        }
        let period = rule.currentPeriod(at: now)
        guard case .due(let at, let provisional) = due.due(in: period, calendar: calendar) else {
            throw ZhaoshangError(
                .badRule, zh: "\(due) 在 \(period.key) 没有到期日", en: "\(due) has no due day in \(period.key)",
                hint: Phrase(zh: "查看：zs calendar show \(period.key)", en: "see: zs calendar show \(period.key)"))
        }
        let open = try store.tasks(
            TaskFilter(
                source: rule.id.description, states: [.open], level: rule.level,
                periods: period.ordinal...period.ordinal, byDue: false))
        let moves = open.filter { $0.dueAt != at }.map {
            TaskDuesMoved.Move(task: $0.id, from: $0.dueAt, to: at, provisional: provisional)
        }
        guard !moves.isEmpty else {
            throw ZhaoshangError(
                .refused, zh: "\(period.key) 没有可移动的任务", en: "no open task of \(period.key) moves",
                hint: Phrase(zh: "查看：zs task list source:\(rule.id)", en: "see: zs task list source:\(rule.id)"))
        }
        try store.append(NewEvent("task.moved", rule.id, TaskDuesMoved(moves: moves, cause: "rule edit")))
        return Outcome(
            id: rule.id.description,
            changed: moves.map { Change($0.task.description, from: $0.from.iso8601, to: $0.to.iso8601) })
    }
}
