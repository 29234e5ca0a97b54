import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

extension Bureau {
    /// `zs rule pause R-2 [--from PERIOD] [--until PERIOD] --reason …`: the rule asks nothing from that period on. Open
    /// tasks of the running period, if it begins with that, are waived.
    public func pauseRule(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("rule.pause", caller) { context in
            try context.authorise("rule.pause", .none)
            let before = try Self.rule(words.words.first ?? "", in: context.store.rules())
            let running = before.currentPeriod(at: context.now)
            let from = try context.period("from", words, before) ?? running.next
            let until = try context.period("until", words, before)
            try context.checkPause(before, from: from, until: until, running: running)
            let reason = try context.store.keep(text: context.reasonText(words, verb: "rule pause \(before.code)"))
            var after = before
            after.pauses = (before.pauses ?? []) + [RulePause(from: from, until: until, reason: reason)]
            try context.store.append(NewEvent("rule.paused", before.id, RuleChanged(before: before, after: after)))
            if from == running { try context.waiveOpen(before, running) }
            return Outcome(
                id: before.id.description,
                changed: [Change("paused_from", to: from.key)] + (until.map { [Change("until", to: $0.key)] } ?? []))
        }
        await rouse(caller)
        return result
    }

    /// `zs rule resume R-2 --policy skip|fill|latest`: the rule is live again from the running period on.
    public func resumeRule(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        let result = try await execute("rule.resume", caller) { context in
            try context.authorise("rule.resume", .none)
            let before = try Self.rule(words.words.first ?? "", in: context.store.rules())
            let policy = try Self.policy(words.option("policy"))
            let running = before.currentPeriod(at: context.now)
            guard var pauses = before.pauses, let index = pauses.indices.last,
                pauses[index].resumed == nil, pauses[index].until.map({ $0 >= running }) ?? true
            else {
                throw ZhaoshangError(
                    .refused, zh: "\(before.code) 没有暂停", en: "\(before.code) is not paused",
                    hint: Phrase(zh: "查看：zs rule show \(before.code)", en: "see: zs rule show \(before.code)"))
            }
            let pause = pauses[index]
            var after = before
            if let last = before.lastPaused(of: pause, context.calendar, now: context.now) {
                pauses[index].until = last
                pauses[index].resumed = policy
            } else {
                pauses.removeLast()
            }
            after.pauses = pauses
            try context.store.append(NewEvent("rule.resumed", before.id, RuleChanged(before: before, after: after)))
            let made = try context.resume(before, pause, policy)
            return Outcome(
                id: before.id.description,
                changed: [
                    Change("policy", to: policy.rawValue), Change("from", to: running.key),
                    Change("tasks", to: String(made)),
                ], undoable: false)
        }
        await rouse(caller)
        return result
    }

    /// `zs rule backfill R-2 --from PERIOD --to PERIOD [--notify] [--dry-run]`: makes the tasks that are absent in past
    /// periods. Tasks that exist, and how far the rule came, stay as they are.
    public func backfillRule(_ words: CommandWords, caller: Caller) async throws -> CommandResult {
        try await execute("rule.backfill", caller) { context in
            try context.authorise("rule.backfill", .none)
            let rule = try Self.rule(words.words.first ?? "", in: context.store.rules())
            guard let from = try context.period("from", words, rule), let to = try context.period("to", words, rule)
            else {
                throw ZhaoshangError(
                    .incomplete, zh: "须给出 --from 和 --to", en: "name the periods: --from and --to",
                    hint: Phrase(
                        zh:
                            "例如：zs rule backfill \(rule.code) --from \(rule.start?.key ?? "") --to \(rule.currentPeriod(at: context.now).key)",
                        en: "for example: zs rule backfill \(rule.code) --from \(rule.start?.key ?? "") "
                            + "--to \(rule.currentPeriod(at: context.now).key)"),
                    details: ["missing": .list(["from", "to"])])
            }
            try context.checkBackfill(rule, from: from, to: to)
            let id = BackfillID(try context.store.nextNumber(BackfillKey.prefix))
            let known = try context.knownTasks(rule, from...to)
            let notifies = words.flag("notify")
            let (_, state) = try context.store.schedulerState(context.calendar, now: context.now, acted: nil)
            let events = rule.backfill(from...to, id: id, notifies: notifies, state, now: context.now) {
                period, subject in
                known.contains(TaskKeyInRule(period: period.ordinal, subject: subject))
            }
            let count = try context.appendTasks(events)
            try context.store.append(
                NewEvent(
                    "rule.backfilled", rule.id,
                    BackfillRun(id: id, rule: rule.id, from: from, to: to, notifies: notifies, tasks: count)))
            return Outcome(
                id: id.description,
                changed: [Change("tasks", to: String(count)), Change("periods", to: String(events.count))],
                undoable: false)
        }
    }

    private static func policy(_ text: String?) throws -> ResumePolicy {
        if let text, let policy = ResumePolicy(rawValue: text) { return policy }
        let known = ResumePolicy.allCases.map(\.rawValue).joined(separator: " ")
        throw ZhaoshangError(
            .usage, zh: "须用 --policy 说明暂停期间的任务如何处理", en: "say with --policy what becomes of the paused periods",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"))
    }
}

/// One task of a rule.
private struct TaskKeyInRule: Hashable {
    var period: Int
    var subject: Subject
}

extension WriteContext {
    fileprivate func period(_ name: String, _ words: CommandWords, _ rule: Rule) throws -> Period? {
        try words.option(name).map { try DateReading.period($0, today: today, kind: rule.level) }
    }

    fileprivate func checkBackfill(_ rule: Rule, from: Period, to: Period) throws {
        guard from <= to else {
            throw ZhaoshangError(
                .badPeriod, zh: "--from \(from.key) 晚于 --to \(to.key)",
                en: "--from \(from.key) is after --to \(to.key)",
                hint: Phrase(zh: "交换两个期间", en: "swap the periods"))
        }
        guard let watermark = try store.watermarks()[rule.id] else {
            throw ZhaoshangError(
                .badPeriod, zh: "\(rule.code) 还没有任务，无可补建",
                en: "\(rule.code) has no tasks yet: there is nothing to fill",
                hint: Phrase(zh: "查看：zs task next --rule \(rule.code)", en: "see: zs task next --rule \(rule.code)"))
        }
        guard to <= watermark else {
            throw ZhaoshangError(
                .badPeriod, zh: "\(rule.code) 只走到 \(watermark.key)，\(to.key) 会自行产生",
                en: "\(rule.code) has come to \(watermark.key): \(to.key) comes by itself",
                hint: Phrase(
                    zh: "补建至：--to \(watermark.key)", en: "fill up to there: --to \(watermark.key)"),
                details: ["watermark": .text(watermark.key)])
        }
    }

    fileprivate func checkPause(_ rule: Rule, from: Period, until: Period?, running: Period) throws {
        if let known = rule.pauses?.last, known.resumed == nil, known.until.map({ $0 >= from }) ?? true {
            throw ZhaoshangError(
                .conflict, zh: "\(rule.code) 自 \(known.from.key) 起已暂停",
                en: "\(rule.code) is paused from \(known.from.key) on already",
                hint: Phrase(
                    zh: "恢复：zs rule resume \(rule.code) --policy skip",
                    en: "to resume: zs rule resume \(rule.code) --policy skip"))
        }
        guard from >= running else {
            throw ZhaoshangError(
                .badPeriod, zh: "\(from.key) 已经过去，暂停最早从 \(running.key) 起",
                en: "\(from.key) is over: a pause begins with \(running.key) at the earliest",
                hint: Phrase(
                    zh: "免除单个任务：zs task waive T-… --reason …", en: "to waive single tasks: zs task waive T-… --reason …"
                ))
        }
        guard until.map({ $0 >= from }) ?? true else {
            throw ZhaoshangError(
                .badPeriod, zh: "--until 早于 --from", en: "--until is before --from",
                hint: Phrase(zh: "交换两个期间", en: "swap the periods"))
        }
    }

    fileprivate func waiveOpen(_ rule: Rule, _ period: Period) throws {
        let open = try store.tasks(
            TaskFilter(
                source: rule.id.description, states: [.open], level: rule.level,
                periods: period.ordinal...period.ordinal, byDue: false))
        for task in open {
            var after = task.status
            after.state = .waived
            after.reason = "pause"
            after.decidedAt = now
            after.decidedBy = caller.principal?.id.description ?? caller.actor
            try store.append(
                NewEvent("task.waived", task.id, TaskChanged(task: task.id, before: task.status, after: after)))
        }
    }

    /// What the pause waived of the running period is asked for again.
    private func release(_ rule: Rule, _ running: Period) throws -> Int {
        let waived = try store.tasks(
            TaskFilter(
                source: rule.id.description, states: [.waived], level: rule.level,
                periods: running.ordinal...running.ordinal, byDue: false)
        ).filter { $0.status.reason == "pause" }
        for task in waived {
            try store.append(
                NewEvent("task.released", task.id, TaskChanged(task: task.id, before: task.status, after: .open)))
        }
        return waived.count
    }

    fileprivate func resume(_ rule: Rule, _ pause: RulePause, _ policy: ResumePolicy) throws -> Int {
        let running = rule.currentPeriod(at: now)
        guard pause.from <= running else { return 0 }
        let released = rule.isAhead(running, calendar, now) ? try release(rule, running) : 0
        // A pause with an end had its periods made, waived, as they came.
        guard pause.until == nil else { return released }
        let known = try knownTasks(rule, pause.from...running)
        let (_, state) = try store.schedulerState(calendar, now: now, acted: nil)
        return try released
            + appendTasks(
                rule.resumption(of: pause, policy: policy, state, now: now) { period, subject in
                    known.contains(TaskKeyInRule(period: period.ordinal, subject: subject))
                })
    }

    fileprivate func knownTasks(_ rule: Rule, _ periods: ClosedRange<Period>) throws -> Set<TaskKeyInRule> {
        let tasks = try store.tasks(
            TaskFilter(
                source: rule.id.description, level: rule.level,
                periods: periods.lowerBound.ordinal...periods.upperBound.ordinal, byDue: false))
        return Set(tasks.map { TaskKeyInRule(period: $0.period.ordinal, subject: $0.subject) })
    }

    fileprivate func appendTasks(_ events: [TasksMaterialised]) throws -> Int {
        var count = 0
        for var event in events {
            for index in event.rows.indices { event.rows[index].id = TaskID(try store.nextNumber("T")) }
            try store.append(NewEvent("task.materialised", event.rule, event))
            count += event.rows.count
        }
        return count
    }
}
