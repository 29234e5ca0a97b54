import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var tasks: [Endpoint] {
        [
            endpoint(Routes.taskList) { call, caller in
                let views = try await bureau.listTasks(call.words, caller: caller)
                return TasksDocument(tasks: views.map { TaskRecord($0, call.language) })
            },
            endpoint(Routes.taskNext) { call, caller in
                let tasks = try await bureau.nextTasks(call.words, caller: caller)
                return TaskForecastDocument(tasks: tasks.map { TaskForecast($0, call.language) })
            },
            endpoint(Routes.taskShow) { call, caller in
                let explanation = try await bureau.explainTask(
                    call.parameter("id"), verb: "task.show", caller: caller)
                return TaskDocument(
                    task: TaskRecord(explanation.view, call.language),
                    narrative: NarrativeRecord(explanation.view.narrative),
                    children: explanation.children.map { TaskChild($0, call.language) },
                    history: try await taskHistory(explanation.view, caller))
            },
            endpoint(Routes.taskExplain) { call, caller in
                let id = call.parameter("id")
                if let period = call.request.words.first {
                    return TaskExplanationDocument(
                        try await bureau.explainRule(id, in: period, caller: caller), call.language)
                }
                let explanation = try await bureau.explainTask(id, verb: "task.explain", caller: caller)
                return TaskExplanationDocument(explanation, call.language)
            },
            endpoint(Routes.taskSubmit) { call, caller in
                try await act(bureau.submitTask(call.words, caller: caller), call)
            },
            endpoint(Routes.taskAccept) { call, caller in
                try await act(bureau.acceptTasks(call.words, caller: caller), call)
            },
            endpoint(Routes.taskReturn) { call, caller in
                try await act(bureau.returnTasks(call.words, caller: caller), call)
            },
            endpoint(Routes.taskWaive) { call, caller in
                try await act(bureau.waiveTasks(call.words, caller: caller), call)
            },
        ]
    }

    private func act(_ decided: DecidedTasks, _ call: Call) async throws -> TaskActReply {
        TaskActReply(
            try await WriteReply(decided.result, schema: TaskActDetail.schema, call, bureau),
            TaskActDetail(
                tasks: decided.states.map { TaskState(id: $0.id, state: $0.state) },
                missing: decided.missing.isEmpty ? nil : decided.missing.map { TaskChild($0, call.language) }))
    }

    /// A task that nothing happened to since it was made has no events of its own.
    private func taskHistory(_ view: TaskView, _ caller: Caller) async throws -> [HistoryRecord] {
        do {
            return try await bureau.historyRecords(view.task.id.description, caller)
        } catch let error as ZhaoshangError where error.code == .notFound {
            return []
        }
    }
}

extension TaskRecord {
    init(_ view: TaskView, _ language: Language) {
        let task = view.task
        self.init(
            id: task.id.description, source: task.source, level: task.limit == nil ? view.level.adverb : nil,
            product: task.product.rawValue, subject: task.subject.description, subjectName: view.subjectName[language],
            unit: task.unit.description, period: task.limit == nil ? task.occurrence : nil, dueAt: task.dueAt.iso8601,
            provisional: task.provisional ? true : nil, state: task.status.state.rawValue,
            overdueLevel: view.overdueLevel, submittedAt: task.status.submittedAt?.iso8601, onTime: view.onTime,
            detectedLate: task.detectedLate ? true : nil, reason: task.status.reason,
            ruleName: view.ruleName?[language])
        clock = task.limit == nil ? nil : task.occurrence
        warning = view.warning
    }
}

extension PeriodKind {
    /// How lists name a level: `daily`.
    var adverb: String {
        switch self {
        case .day: "daily"
        case .week: "weekly"
        case .month: "monthly"
        case .quarter: "quarterly"
        case .year: "yearly"
        }
    }
}

extension TaskChild {
    init(_ view: TaskView, _ language: Language) {
        self.init(
            id: view.task.id.description, subject: view.task.subject.description,
            subjectName: view.subjectName[language],
            period: view.task.occurrence, state: view.task.status.state.rawValue)
    }
}

extension NarrativeRecord {
    init?(_ parts: [String: String]) {
        if parts.isEmpty { return nil }
        self.init(
            summary: parts["summary"], blockers: parts["blockers"], nextSteps: parts["next"], help: parts["help"])
    }
}

extension TaskForecast {
    init(_ view: ForecastView, _ language: Language) {
        let forecast = view.forecast
        self.init(
            rule: forecast.rule.id.description, ruleName: forecast.rule.name[language],
            level: forecast.rule.level.adverb, product: forecast.rule.product.rawValue,
            subject: forecast.subject.description, subjectName: view.subjectName[language], period: forecast.period.key,
            dueAt: forecast.dueAt.iso8601, provisional: forecast.provisional,
            explain: forecast.explanation.phrase[language])
    }
}

extension TaskExplanationDocument {
    init(_ explanation: TaskExplanation, _ language: Language) {
        let task = explanation.view.task
        var steps = explanation.ladder.map { step in
            ExplanationStep(
                name: "remind " + step.at.iso8601,
                value: (step.tells + (step.act.map { ["(\($0))"] } ?? [])).joined(separator: ", "))
        }
        if explanation.isSilent { steps.append(ExplanationStep(name: "silent", value: "true")) }
        if task.detectedLate { steps.append(ExplanationStep(name: "detected_late", value: "true")) }
        for outage in explanation.outages {
            steps.append(
                ExplanationStep(name: "outage", value: "\(outage.since.iso8601) → \(outage.until.iso8601)"))
        }
        if let clock = explanation.heldClock { steps.append(ExplanationStep(name: "scheduler.clock", value: clock)) }
        if let pause = explanation.pause {
            steps.append(ExplanationStep(name: "pause", value: pause.wording))
        }
        for move in explanation.history {
            steps.append(
                ExplanationStep(name: "moved", value: "\(move.from.iso8601) → \(move.to.iso8601) (\(move.cause))"))
        }
        if let parent = explanation.parent {
            steps.append(ExplanationStep(name: "parent", value: "\(parent.task.id) \(parent.task.occurrence)"))
        }
        self.init(
            task: task.id.description, rule: task.source, subject: task.subject.description,
            revision: task.ruleRevision, calendarRevision: task.calendarRevision, period: task.occurrence,
            wording: explanation.due?.wording.description ?? task.limit?.wording[language] ?? "",
            dueAt: task.dueAt.iso8601, provisional: task.provisional,
            explain: explanation.due?.phrase[language] ?? task.clockPhrase?[language] ?? "", steps: steps)
    }

    init(_ due: DueExplanation, _ language: Language) {
        self.init(
            rule: due.rule.description, revision: due.revision, calendarRevision: due.calendarRevision,
            period: due.period.key, wording: due.wording.description, dueAt: due.at.iso8601,
            provisional: due.provisional, explain: due.phrase[language], steps: [])
    }
}
