import Cadence
import Identifiers
public import Labels
import Promotion
import WorkCalendar

public struct DecidedTask: Sendable {
    public var result: CommandResult
    public var task: TaskView?
}

extension Bureau {
    /// `zs task submit T-… [--summary …] [--blockers …] [--next …] [--help-needed …] [--zero]`.
    public func submitTask(_ words: CommandWords, caller: Caller) async throws -> DecidedTask {
        let result = try await execute("task.submit", caller, work: true) { context in
            let task = try context.namedTask(words)
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
            return try context.decide(task, after, verb: "task.submitted")
        }
        clock.interrupt()
        return try await decided(result, caller)
    }

    /// `zs task accept T-…`.
    public func acceptTask(_ words: CommandWords, caller: Caller) async throws -> DecidedTask {
        let result = try await execute("task.accept", caller, work: true) { context in
            let task = try context.namedTask(words)
            try context.authorise("task.accept", .unit(task.unit))
            guard task.status.state == .submitted else { throw context.wrongState(task, "accept", [.submitted]) }
            var after = task.status
            after.state = .accepted
            after.decidedAt = context.now
            after.decidedBy = context.caller.principal?.id.description ?? context.caller.actor
            return try context.decide(task, after, verb: "task.accepted")
        }
        clock.interrupt()
        return try await decided(result, caller)
    }

    /// `zs task return T-… --reason …`: back to the owner with what is wrong.
    public func returnTask(_ words: CommandWords, caller: Caller) async throws -> DecidedTask {
        let result = try await execute("task.return", caller, work: true) { context in
            let task = try context.namedTask(words)
            try context.authorise("task.return", .unit(task.unit))
            let returnable: [ObligationStatus.State] = task.product == .inventory ? [.accepted] : [.submitted]
            guard returnable.contains(task.status.state) else { throw context.wrongState(task, "return", returnable) }
            var after = task.status
            after.state = .returned
            after.reason = try context.reason(words, verb: "task return \(task.id)")
            after.decidedAt = context.now
            after.decidedBy = context.caller.principal?.id.description ?? context.caller.actor
            return try context.decide(task, after, verb: "task.returned")
        }
        return try await decided(result, caller)
    }

    /// `zs task waive T-… --reason …`: nothing is due after all, and why.
    public func waiveTask(_ words: CommandWords, caller: Caller) async throws -> DecidedTask {
        let result = try await execute("task.waive", caller, work: true) { context in
            let task = try context.namedTask(words)
            try context.authorise("task.waive", .unit(task.unit))
            guard task.status.isPending else { throw context.wrongState(task, "waive", [.open, .returned]) }
            var after = task.status
            after.state = .waived
            after.reason = "human"
            after.narrative = Narrative(
                summary: try context.store.keep(text: context.reasonText(words, verb: "task waive \(task.id)")))
            after.decidedAt = context.now
            after.decidedBy = context.caller.principal?.id.description ?? context.caller.actor
            return try context.decide(task, after, verb: "task.waived")
        }
        return try await decided(result, caller)
    }

    private func decided(_ result: CommandResult, _ caller: Caller) async throws -> DecidedTask {
        try await read(caller) { context in
            guard let id = result.outcome.id.flatMap({ TaskID($0) }), let task = try context.store.task(id) else {
                return DecidedTask(result: result, task: nil)
            }
            let texts = try context.store.texts(task.status.narrative?.named.map(\.1.id) ?? [])
            return DecidedTask(result: result, task: try TaskViews(context).view(task, texts: texts))
        }
    }
}

extension WriteContext {
    fileprivate func namedTask(_ words: CommandWords) throws -> Obligation {
        guard let first = words.words.first else {
            throw ZhaoshangError(
                .usage, zh: "请指明任务编号", en: "name the task",
                hint: Phrase(zh: "例如：T-12；查看：zs task list", en: "for example T-12; see: zs task list"))
        }
        return try Bureau.task(first, store)
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

    /// Does the rule's wait policy let the parent go? Under `deadline`, children whose own time has not come do not
    /// hold it back, and after its due time none do; under `all` and `min` every expected child counts.
    fileprivate func checkWaiting(_ task: Obligation, _ pending: [Obligation]) throws {
        let rules = try store.rules()
        guard let rule = rules.first(where: { $0.id.description == task.source }),
            let wait = rule.revision(in: task.period)?.wait
        else { return }
        let blocking: [Obligation]
        switch wait {
        case .all: blocking = pending
        case .deadline: blocking = now >= task.dueAt ? [] : pending.filter { $0.dueAt <= now }
        case .minimum(let count):
            let reported = try Nesting(rules: rules, tree: tree).children(of: task, rule, store)
                .filter { [.submitted, .accepted].contains($0.status.state) }.count
            blocking = reported >= count ? [] : pending
        }
        guard !blocking.isEmpty else { return }
        let names = blocking.map { "\($0.id) \($0.subject) \($0.occurrence)" }
        throw ZhaoshangError(
            .incomplete, zh: "还缺 \(blocking.count) 份下级报告（\(wait)）",
            en: "\(blocking.count) reports below are missing (\(wait))",
            hint: Phrase(
                zh: "催报，或由负责人豁免：zs task waive \(blocking[0].id) --reason …",
                en: "ask for them, or have the head waive one: zs task waive \(blocking[0].id) --reason …"),
            details: ["missing": .list(names)])
    }

    fileprivate func narrative(_ words: CommandWords, over old: Narrative?) throws -> Narrative? {
        func part(_ names: [String], _ before: TextStub?) throws -> TextStub? {
            guard let text = names.lazy.compactMap(words.option).first, !text.isEmpty else { return before }
            return try store.keep(text: text)
        }
        let narrative = Narrative(
            summary: try part(["summary"], old?.summary), blockers: try part(["blockers"], old?.blockers),
            nextSteps: try part(["next", "next-steps"], old?.nextSteps),
            help: try part(["help-needed", "help"], old?.help))
        return narrative == Narrative() ? nil : narrative
    }

    fileprivate func reasonText(_ words: CommandWords, verb: String) throws -> String {
        if let reason = words.option("reason"), !reason.isEmpty { return reason }
        let rest = words.words.dropFirst().joined(separator: " ")
        if !rest.isEmpty { return rest }
        throw ZhaoshangError(
            .incomplete, zh: "缺少：理由", en: "missing: reason",
            hint: Phrase(zh: "zs \(verb) --reason \"…\"", en: "zs \(verb) --reason \"…\""),
            details: ["missing": .list(["reason"])])
    }

    fileprivate func reason(_ words: CommandWords, verb: String) throws -> String {
        "text#\(try store.keep(text: reasonText(words, verb: verb)).id)"
    }

    fileprivate func decide(_ task: Obligation, _ after: ObligationStatus, verb: String) throws -> Outcome {
        try store.append(NewEvent(verb, task.id, TaskChanged(task: task.id, before: task.status, after: after)))
        return Outcome(
            id: task.id.description,
            changed: [Change("state", from: task.status.state.rawValue, to: after.state.rawValue)])
    }
}
