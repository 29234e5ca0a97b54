import Identifiers
import Labels
import Synchronization
import WorkCalendar

/// A plan and the command that made or executed it.
public struct ImportAnswer: Sendable {
    public var result: CommandResult
    public var plan: ImportPlan
}

extension Bureau {
    /// `zs import KIND FILE [--sheet NAME] [--map COLUMN=field …] [--accept-near ROW,…] [--same ROW=ID …] [--year YEAR]`: reads the file, decides what each row comes to and
    /// keeps that as a plan. Nothing of the log changes. A dry run keeps no plan.
    public func planImport(
        _ kindText: String, file: [UInt8], _ words: CommandWords, caller: Caller
    ) async throws -> ImportAnswer {
        let kind = try ImportKinds.named(kindText, shipped.codes)
        let options = try ImportOptions(words.options)
        let name = words.words.first.map(ImportText.shown) ?? "-"
        try await read(caller) { try $0.authorise("import.plan", .none) }
        defer { progressBoard.end(caller) }
        let table = try readTable(file, options, caller)
        let draft = try await self.draft(kind, table, file: name, options, caller)
        var answers = words.options.filter { ImportOptions.names.contains($0.key) }
        // Whoever applies it, it is about the unit that it was planned for.
        answers["unit"] = try await read(caller) { try? $0.contextUnit() }.map { [$0.description] }
        let kept = answers
        let held = MadePlan()
        let result = try await execute("import.plan", caller) { context in
            let plan = ImportPlan(
                id: try context.store.nextImportPlan(), at: context.now, actor: caller.actor, kind: kind.name,
                options: kept, seq: draft.seq, fingerprint: draft.fingerprint, report: draft.report)
            try context.store.dropImportFiles(
                before: Instant(milliseconds: context.now.milliseconds - ImportPlan.lifetime))
            try context.store.keep(plan, file: file)
            held.keep(plan)
            return Outcome(id: plan.id.description, undoable: false)
        }
        return ImportAnswer(result: result, plan: try held.plan())
    }

    /// `zs import apply PLAN`: exactly what the plan promises, in one transaction that `zs undo` takes back; refused when
    /// the store has changed so that the same file would come to something else.
    public func applyImport(_ words: CommandWords, caller: Caller) async throws -> ImportAnswer {
        let (plan, file) = try await read(caller) { context in
            try context.authorise("import.apply", .none)
            let plan = try context.importPlan(words.words.first)
            return (plan, try context.store.importFile(plan.id))
        }
        let kind = try ImportKinds.named(plan.kind, shipped.codes)
        guard plan.command != caller.commandID else { return try await replayedImport(plan, caller) }
        guard let file, plan.state == .planned else { throw Self.spent(plan) }
        var caller = caller
        caller.unit = caller.unit ?? plan.options["unit"]?.last.flatMap { UnitID($0) }
        let options = try ImportOptions(plan.options)
        defer { progressBoard.end(caller) }
        let table = try readTable(file, options, caller)
        // Deciding again takes a moment in which others write: what they wrote may force another look.
        for _ in 0..<4 {
            let draft = try await self.draft(kind, table, file: plan.report.file, options, caller)
            guard draft.fingerprint == plan.fingerprint else { throw Self.moved(plan, draft) }
            do {
                let result = try await perform(draft, plan, caller)
                await rouse(caller)
                var done = plan
                if !caller.dryRun { (done.state, done.command) = (.applied, caller.commandID) }
                return ImportAnswer(result: result, plan: done)
            } catch is TouchedMeanwhile {
                continue
            }
        }
        throw ZhaoshangError(
            .tryAgain, zh: "导入期间数据一直在变", en: "the records kept changing meanwhile",
            hint: Phrase(zh: "再试一次：zs import apply \(plan.id)", en: "try again: zs import apply \(plan.id)"))
    }

    private struct TouchedMeanwhile: Error {}

    private func readTable(_ file: [UInt8], _ options: ImportOptions, _ caller: Caller) throws -> ImportTable {
        progressBoard.tell(CommandProgress(stage: .reading), of: caller)
        return try tables(file, options.sheet)
    }

    private func draft(
        _ kind: any ImportKind, _ table: ImportTable, file: String, _ options: ImportOptions, _ caller: Caller
    ) async throws -> ImportDraft {
        let board = progressBoard
        return try await read(caller) { context in
            try ImportDraft(kind, table, file: file, options: options, context) { done, total in
                board.tell(CommandProgress(stage: .checking, done: done, total: total), of: caller)
            }
        }
    }

    private func perform(_ draft: ImportDraft, _ plan: ImportPlan, _ caller: Caller) async throws -> CommandResult {
        let board = progressBoard
        return try await execute("import.apply", caller) { context in
            let later = try context.store.events(after: draft.seq, limit: 1000)
            guard later.count < 1000, try !later.contains(where: draft.steps.isTouched) else {
                throw TouchedMeanwhile()
            }
            let steps = draft.steps.steps
            for (index, step) in steps.enumerated() {
                if index % ImportRows.stride == 0 {
                    board.tell(CommandProgress(stage: .recording, done: index, total: steps.count), of: caller)
                }
                try step.perform?(context)
            }
            board.tell(CommandProgress(stage: .recording, done: steps.count, total: steps.count), of: caller)
            try draft.steps.finish(context)
            try context.store.settle(plan.id, command: caller.commandID)
            let counts = plan.report.counts.sorted { $0.key < $1.key }.filter { $0.value > 0 }
            return Outcome(
                id: plan.id.description, changed: counts.map { Change($0.key, to: String($0.value)) })
        }
    }

    /// The store answers a command it knows with its first answer.
    private func replayedImport(_ plan: ImportPlan, _ caller: Caller) async throws -> ImportAnswer {
        let result = try await execute("import.apply", caller) { _ in throw Self.spent(plan) }
        return ImportAnswer(result: result, plan: plan)
    }

    /// `zs import list`: plans of the caller, or everybody's for an administrator; newest first.
    public func importPlans(caller: Caller) async throws -> [ImportPlan] {
        try await read(caller) { context in
            try context.authorise("import.list", .none)
            return try context.store.importPlans(limit: 200).filter { context.mayUse($0) }.map(context.dated)
        }
    }

    public func importPlan(_ text: String, caller: Caller) async throws -> ImportPlan {
        try await read(caller) { context in
            try context.authorise("import.show", .none)
            return context.dated(try context.importPlan(text))
        }
    }

    private static func spent(_ plan: ImportPlan) -> ZhaoshangError {
        let again = Phrase(
            zh: "重新导入文件：zs import \(plan.kind) \(plan.report.file)",
            en: "import the file again: zs import \(plan.kind) \(plan.report.file)")
        if plan.state == .applied {
            return ZhaoshangError(
                .conflict, zh: "\(plan.id) 已执行", en: "\(plan.id) is applied already", hint: again,
                details: ["plan": .text(plan.id.description)])
        }
        return ZhaoshangError(
            .conflict, zh: "\(plan.id) 已过期", en: "\(plan.id) is too old", hint: again,
            details: ["plan": .text(plan.id.description)])
    }

    private static func moved(_ plan: ImportPlan, _ draft: ImportDraft) -> ZhaoshangError {
        ZhaoshangError(
            .conflict, zh: "\(plan.id) 之后数据已变化，同一文件的结果不同了",
            en: "the records changed after \(plan.id): the same file comes to something else now",
            hint: Phrase(
                zh: "重新计划：zs import \(plan.kind) \(plan.report.file)",
                en: "plan it again: zs import \(plan.kind) \(plan.report.file)"),
            details: ["plan": .text(plan.id.description), "planned_at_seq": .number(plan.seq)])
    }
}

extension ReadContext {
    fileprivate func importPlan(_ text: String?) throws -> ImportPlan {
        guard let text, let id = ImportPlanID(text) else {
            throw ZhaoshangError(
                .usage, zh: "请指明导入计划", en: "name the plan",
                hint: Phrase(zh: "查看：zs import list", en: "see: zs import list"))
        }
        guard let plan = try store.importPlan(id), mayUse(plan) else {
            throw ZhaoshangError(
                .notFound, zh: "没有这个导入计划：\(id)", en: "no such plan: \(id)",
                hint: Phrase(zh: "查看：zs import list", en: "see: zs import list"),
                details: ["plan": .text(id.description)])
        }
        return plan
    }

    /// What a person typed into a file is nobody else's to read before it is imported.
    fileprivate func mayUse(_ plan: ImportPlan) -> Bool {
        caller.isAdministrator || plan.actor == caller.actor
    }

    fileprivate func dated(_ plan: ImportPlan) -> ImportPlan {
        var plan = plan
        if plan.state == .planned, plan.expiresAt < now { plan.state = .expired }
        return plan
    }
}

/// Carries a plan out of a transaction that a dry run rolls back.
private final class MadePlan: Sendable {
    private let held = Mutex<ImportPlan?>(nil)

    func keep(_ plan: ImportPlan) { held.withLock { $0 = plan } }

    func plan() throws -> ImportPlan {
        if let plan = held.withLock({ $0 }) { return plan }
        throw ZhaoshangError(.internalError, zh: "没有得到计划", en: "no plan was made")
    }
}
