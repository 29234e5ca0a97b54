import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

public struct DecidedTasks: Sendable {
    public var result: CommandResult
    /// Task and state after the command, in the order named.
    public var states: [(id: String, state: String)]
    /// Expected children that a submission goes without.
    public var missing: [TaskView]
}

extension Bureau {
    /// `zs task submit T-… ["summary"] [blockers:"…"] [next:"…"] [help:"…"]`.
    public func submitTask(_ words: CommandWords, caller: Caller) async throws -> DecidedTasks {
        let result = try await execute("task.submit", caller, work: true) { context in
            let task = try Bureau.task(context.firstWord(words), context.store)
            try context.authorise("task.submit", context.target(of: task))
            guard task.status.isPending else { throw context.wrongState(task, "submit", [.open, .returned]) }
            if task.product == .inventory { throw context.inventorySubmitsItself(task) }
            let missing = try context.missingChildren(of: task)
            try context.checkWaiting(task, missing)
            var after = task.status
            after.state = .submitted
            after.submittedAt = context.now
            after.submittedBy = context.caller.principal?.id.description ?? context.caller.actor
            after.narrative = try context.narrative(words, over: task.status.narrative)
            let changed = try context.decide(task, after, verb: "task.submitted")
            return Outcome(
                id: task.id.description, changed: changed,
                related: ["missing": missing.map(\.id.description).joined(separator: " ")])
        }
        await rouse(caller)
        let absent = (result.outcome.related["missing"] ?? "").split(separator: " ").compactMap { TaskID($0) }
        guard !absent.isEmpty else { return decided(result) }
        let views = try await read(caller) { context in
            let views = try TaskViews(context)
            return try context.store.tasks(TaskFilter(ids: absent)).map { views.view($0) }
        }
        return decided(result, missing: views)
    }

    /// `zs task accept T-… [T-…]`.
    public func acceptTasks(_ words: CommandWords, caller: Caller) async throws -> DecidedTasks {
        try await decideEach("task.accept", words, caller) { context, task in
            try context.authorise("task.accept", .unit(task.unit))
            guard task.status.state == .submitted else { throw context.wrongState(task, "accept", [.submitted]) }
            var after = task.status
            after.state = .accepted
            after.decidedAt = context.now
            after.decidedBy = context.caller.principal?.id.description ?? context.caller.actor
            return ("task.accepted", after)
        }
    }

    /// `zs task return T-… [T-…] --reason …`: back to the owner with what is wrong.
    public func returnTasks(_ words: CommandWords, caller: Caller) async throws -> DecidedTasks {
        try await decideEach("task.return", words, caller) { context, task in
            try context.authorise("task.return", .unit(task.unit))
            let returnable: [ObligationStatus.State] = task.product == .inventory ? [.accepted] : [.submitted]
            guard returnable.contains(task.status.state) else { throw context.wrongState(task, "return", returnable) }
            var after = task.status
            after.state = .returned
            after.reason = try context.reason(words, verb: "task return \(task.id)")
            after.decidedAt = context.now
            after.decidedBy = context.caller.principal?.id.description ?? context.caller.actor
            return ("task.returned", after)
        }
    }

    /// `zs task waive T-… [T-…] --reason …`: nothing is due after all, and why.
    public func waiveTasks(_ words: CommandWords, caller: Caller) async throws -> DecidedTasks {
        try await decideEach("task.waive", words, caller) { context, task in
            try context.authorise("task.waive", .unit(task.unit))
            guard task.status.isPending else { throw context.wrongState(task, "waive", [.open, .returned]) }
            var after = task.status
            after.state = .waived
            after.reason = "human"
            after.narrative = Narrative(
                summary: try context.store.keep(text: context.reasonText(words, verb: "task waive \(task.id)")))
            after.decidedAt = context.now
            after.decidedBy = context.caller.principal?.id.description ?? context.caller.actor
            return ("task.waived", after)
        }
    }

    /// The same decision on each named task, all or none.
    private func decideEach(
        _ verb: String, _ words: CommandWords, _ caller: Caller,
        _ decision: @escaping @Sendable (WriteContext, Obligation) throws -> (String, ObligationStatus)
    ) async throws -> DecidedTasks {
        let result = try await execute(verb, caller, work: true) { context in
            var outcome = Outcome()
            for task in try context.namedTasks(words) {
                let (event, after) = try decision(context, task)
                outcome.changed += try context.decide(task, after, verb: event)
                outcome.id = outcome.id ?? task.id.description
            }
            return outcome
        }
        await rouse(caller)
        return decided(result)
    }

    /// What the answer shows, from the changes themselves: `T-3.state`.
    private func decided(_ result: CommandResult, missing: [TaskView] = []) -> DecidedTasks {
        DecidedTasks(
            result: result,
            states: result.outcome.changed.compactMap { change in
                guard change.field.hasSuffix(".state"), let to = change.to else { return nil }
                return (String(change.field.dropLast(6)), to)
            }, missing: missing)
    }
}

extension WriteContext {
    fileprivate func firstWord(_ words: CommandWords) throws -> String {
        if let first = words.words.first { return first }
        throw ZhaoshangError(
            .usage, zh: "请指明任务编号", en: "name the task",
            hint: Phrase(zh: "例如：T-12；查看：zs task list", en: "for example T-12; see: zs task list"))
    }

    fileprivate func namedTasks(_ words: CommandWords) throws -> [Obligation] {
        _ = try firstWord(words)
        return try words.words.map { try Bureau.task($0, store) }
    }

    func target(of task: Obligation) -> AccessTarget {
        switch task.subject {
        case .unit(let unit): return .unit(unit)
        case .officer(let officer): return .officer(officer, in: task.unit)
        }
    }

    fileprivate func wrongState(
        _ task: Obligation, _ verb: String, _ needed: [ObligationStatus.State]
    ) -> ZhaoshangError {
        let list = needed.map(\.rawValue).joined(separator: "/")
        return ZhaoshangError(
            .refused, zh: "\(task.id) 状态为 \(task.status.state.rawValue)，\(verb) 需要 \(list)",
            en: "\(task.id) is \(task.status.state.rawValue); \(verb) needs \(list)",
            hint: Phrase(zh: "查看：zs task show \(task.id)", en: "see: zs task show \(task.id)"),
            details: ["state": .text(task.status.state.rawValue), "needs": .list(needed.map(\.rawValue))])
    }

    fileprivate func inventorySubmitsItself(_ task: Obligation) -> ZhaoshangError {
        ZhaoshangError(
            .incomplete, zh: "日盘点由当天的记录提交，\(task.period.key) 还没有记录",
            en: "a day's inventory is submitted by its lines, and \(task.period.key) has none",
            hint: Phrase(
                zh: "记录：zs log \"…\" --on \(task.period.key)；零报告：zs log --zero --on \(task.period.key)",
                en: "log one: zs log \"…\" --on \(task.period.key); nothing to report: "
                    + "zs log --zero --on \(task.period.key)"),
            details: ["missing": .list(["entry"])])
    }

    /// Children that should have reported by now and have not.
    fileprivate func missingChildren(of task: Obligation) throws -> [Obligation] {
        guard let rule = try store.rules().first(where: { $0.id.description == task.source }) else { return [] }
        return try Nesting(rules: store.rules(), tree: tree).children(of: task, rule, store)
            .filter { $0.status.isPending }
    }

    /// Does the rule's wait policy let the parent go? Under `all` every expected child counts, under `min` so many;
    /// under `deadline` none holds it back.
    fileprivate func checkWaiting(_ task: Obligation, _ pending: [Obligation]) throws {
        let rules = try store.rules()
        guard let rule = rules.first(where: { $0.id.description == task.source }),
            let wait = rule.revision(in: task.period)?.wait
        else { return }
        switch wait {
        case .deadline: return
        case .all: break
        case .minimum(let count):
            let reported = try Nesting(rules: rules, tree: tree).children(of: task, rule, store)
                .filter { [.submitted, .accepted].contains($0.status.state) }.count
            if reported >= count { return }
        }
        guard let first = pending.first else { return }
        let names = try Names(store)
        let missing = pending.map { child in
            switch child.subject {
            case .unit(let id): "\(child.id) \(child.subject) \(names.unit(id)[caller.language]) \(child.occurrence)"
            case .officer(let id):
                "\(child.id) \(child.subject) \(names.officer(id)[caller.language]) \(child.occurrence)"
            }
        }
        throw ZhaoshangError(
            .incomplete, zh: "还缺 \(pending.count) 份下级报告（规则 \(rule.code) 的等待方式：\(wait)）",
            en: "\(pending.count) reports below are missing (rule \(rule.code) waits for: \(wait))",
            hint: Phrase(
                zh: "催报，或由负责人豁免：zs task waive \(first.id) --reason …",
                en: "ask for them, or have the head waive one: zs task waive \(first.id) --reason …"),
            details: ["missing": .list(missing)])
    }

    /// Words of the form `blockers:…` go to their part, the rest is the summary; what is not given stays.
    fileprivate func narrative(_ words: CommandWords, over old: Narrative?) throws -> Narrative? {
        var typed = words
        typed.words.removeFirst()
        var parts: [String: [String]] = [:]
        for word in typed.words {
            let colon = word.firstIndex { $0 == ":" || $0 == "：" }
            if let colon, let part = Self.narrativeParts[word[..<colon].lowercased()] {
                parts[part, default: []].append(String(word[word.index(after: colon)...]))
            } else {
                parts["summary", default: []].append(word)
            }
        }
        func stub(_ part: String, _ before: TextStub?) throws -> TextStub? {
            guard let text = parts[part]?.joined(separator: " "), !text.isEmpty else { return before }
            return try store.keep(text: text)
        }
        let narrative = Narrative(
            summary: try stub("summary", old?.summary), blockers: try stub("blockers", old?.blockers),
            nextSteps: try stub("next", old?.nextSteps), help: try stub("help", old?.help))
        return narrative == Narrative() ? nil : narrative
    }

    private static let narrativeParts: [String: String] = [
        "summary": "summary", "小结": "summary", "总结": "summary", "blockers": "blockers", "卡点": "blockers",
        "问题": "blockers", "next": "next", "下一步": "next", "下步": "next", "help": "help", "需协调": "help",
        "求助": "help",
    ]

    func reasonText(_ words: CommandWords, verb: String) throws -> String {
        if let reason = words.option("reason"), !reason.isEmpty { return reason }
        throw ZhaoshangError(
            .incomplete, zh: "缺少：理由", en: "missing: reason",
            hint: Phrase(zh: "zs \(verb) --reason \"…\"", en: "zs \(verb) --reason \"…\""),
            details: ["missing": .list(["reason"])])
    }

    fileprivate func reason(_ words: CommandWords, verb: String) throws -> String {
        "text#\(try store.keep(text: reasonText(words, verb: verb)).id)"
    }

    fileprivate func decide(_ task: Obligation, _ after: ObligationStatus, verb: String) throws -> [Change] {
        try store.append(NewEvent(verb, task.id, TaskChanged(task: task.id, before: task.status, after: after)))
        return [Change("\(task.id).state", from: task.status.state.rawValue, to: after.state.rawValue)]
    }
}
