public import Cadence
import Identifiers
import Labels
import Promotion
public import WorkCalendar

/// Why a task is what it is: for `task show` and `task explain`.
public struct TaskExplanation: Sendable {
    public var view: TaskView
    public var due: DueExplanation?
    /// When each step of the reminder ladder is reached, and whom it tells.
    public var ladder: [(at: Instant, tells: [String], act: String?)]
    public var parent: TaskView?
    public var children: [TaskView]
    public var history: [(from: Instant, to: Instant, cause: String)]
    /// Outages after its due time.
    public var outages: [OutageFound] = []
    /// Nobody is reminded of it.
    public var isSilent = false
    /// The pause of its rule that its period lies in.
    public var pause: RulePause?
    /// `suspect` or `quarantine`: nothing is closed or told while the clock is not believed.
    public var heldClock: String?
}

extension Bureau {
    /// `zs task list [state: unit: owner: level: product: period: since: until: overdue: late: source: sort: limit: after:]`.
    /// Without words: the tasks of the caller's unit and below by due time; of more than 1,000, the latest.
    public func listTasks(_ words: CommandWords, caller: Caller) async throws -> [TaskView] {
        try await read(caller) { context in
            let keyed = try KeyedWords(words, keys: Self.taskFilterKeys, allowPlain: false)
            var filter = try Self.taskFilter(keyed, context)
            let overdue = keyed.value("overdue").map { $0 != "false" && $0 != "no" } ?? false
            if overdue {
                filter.states = [.open, .returned]
                filter.dueBefore = context.now
            }
            let views = try TaskViews(context)
            guard let late = keyed.value("late") else {
                return try context.store.tasks(filter).map { views.view($0) }
            }
            // The limit counts what is shown.
            let limit = filter.limit ?? Int.max
            filter.limit = nil
            let wanted = late != "false"
            return try context.store.tasks(filter).lazy.filter { $0.detectedLate == wanted }.prefix(limit)
                .map { views.view($0) }
        }
    }

    static func taskFilter(_ keyed: KeyedWords, _ context: ReadContext) throws -> TaskFilter {
        var filter = TaskFilter(limit: 1000)
        let today = context.today
        if let owner = keyed.value("owner") {
            let officer = try Self.officer(named: owner, in: context.store.officers())
            let unit = try officer.unit(on: today) ?? officer.latestUnit ?? context.contextUnit()
            try context.authorise("task.list", .officer(officer.id, in: unit))
            filter.subjects = [.officer(officer.id)]
        } else if let named = keyed.value("unit") {
            let unit = try Self.unit(named: named, in: context.tree).id
            try context.authorise("task.list", .unit(unit))
            filter.units = context.tree.subtree(of: unit)
        } else if context.caller.unit != nil || context.caller.principal != nil {
            filter.units = context.tree.subtree(of: try context.scope("task.list"))
        } else {
            // An administrator without a unit sees all of them: no filter at all.
            try context.authorise("task.list", .none)
        }
        let states = keyed.list("state")?.flatMap(Self.states) ?? []
        if !states.isEmpty {
            guard !states.contains(nil) else { throw Self.unknownState(keyed.list("state") ?? []) }
            filter.states = states.compactMap { $0 }
        }
        if let level = keyed.value("level") { filter.level = try DateReading.level(level) }
        if let product = keyed.value("product") {
            guard let known = Product(rawValue: product) else { throw Self.unknownProduct(product) }
            filter.product = known
        }
        if let source = keyed.value("source") { filter.source = try Self.source(source, context.store) }
        if let text = keyed.value("period") {
            let period = try DateReading.period(text, today: today)
            let level = filter.level ?? period.kind
            filter.level = level
            filter.periods = level <= period.kind ? period.periods(level) : nil
        }
        if let since = keyed.value("since") {
            filter.dueFrom = Instant(try DateReading.date(since, today: today), .midnight)
        }
        if let until = keyed.value("until") {
            filter.dueBefore = Instant(try DateReading.date(until, today: today) + 1, .midnight)
        }
        if let after = keyed.value("after") {
            guard let id = TaskID(after) else { throw Self.notATask(after) }
            filter.after = id
        }
        if let text = keyed.value("limit") {
            guard let limit = Int(text), limit > 0 else { throw Self.notALimit(text) }
            filter.limit = limit
        }
        filter.byDue = keyed.value("sort") != "id" && filter.after == nil
        // A list without bounds is about now, not about the bureau's first year.
        filter.keepsLatest = filter.byDue && keyed.value("limit") == nil
        return filter
    }

    /// A rule by its code, or the id of whatever the task belongs to.
    private static func source(_ text: String, _ reading: any Reading) throws -> String {
        if let rule = try reading.rules().first(where: { $0.code == text.lowercased() }) { return rule.id.description }
        let id = text.uppercased()
        guard id.contains("-"), id.last?.isNumber == true else {
            throw ZhaoshangError(
                .notFound, zh: "没有这条规则：\(text)", en: "no such rule: \(text)",
                hint: Phrase(zh: "查看：zs rule list", en: "see: zs rule list"), details: ["id": .text(text)])
        }
        return id
    }

    private static func unknownProduct(_ text: String) -> ZhaoshangError {
        let known = Product.allCases.map(\.rawValue).joined(separator: " ")
        return ZhaoshangError(
            .usage, zh: "未知的产品：\(text)", en: "unknown product: \(text)",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"))
    }

    private static func notALimit(_ text: String) -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "limit: 须为正整数：\(text)", en: "limit: takes a whole number above 0: \(text)",
            hint: Phrase(zh: "例如：limit:100", en: "for example: limit:100"))
    }

    private static func notATask(_ text: String) -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "after: 须为任务编号：\(text)", en: "after: takes the id of a task: \(text)",
            hint: Phrase(zh: "例如：after:T-100", en: "for example: after:T-100"))
    }

    private static func states(_ word: String) -> [ObligationStatus.State?] {
        switch word.lowercased() {
        case "all", "any", "全部": return ObligationStatus.State.allCases
        case "pending", "待办": return [.open, .returned]
        case "closed": return [.accepted, .waived, .missed, .void]
        default: return [ObligationStatus.State(rawValue: word.lowercased())]
        }
    }

    private static func unknownState(_ words: [String]) -> ZhaoshangError {
        let known = ObligationStatus.State.allCases.map(\.rawValue).joined(separator: " ")
        return ZhaoshangError(
            .usage, zh: "未知的状态：\(words.joined(separator: ","))", en: "unknown state: \(words.joined(separator: ","))",
            hint: Phrase(zh: "可用：\(known) pending all", en: "one of: \(known) pending all"))
    }

    static let taskFilterKeys: [String: String] = [
        "state": "state", "状态": "state", "unit": "unit", "机构": "unit", "owner": "owner", "officer": "owner",
        "人员": "owner", "level": "level", "层级": "level", "product": "product", "period": "period", "期间": "period",
        "since": "since", "自": "since", "until": "until", "至": "until", "overdue": "overdue", "逾期": "overdue",
        "late": "late", "source": "source", "rule": "source", "规则": "source", "sort": "sort", "limit": "limit",
        "after": "after",
    ]

    static func task(_ text: String, _ reading: any Reading) throws -> Obligation {
        if let id = TaskID(text), let task = try reading.task(id) { return task }
        if let rule = try reading.rules().first(where: { $0.code == text.lowercased() || $0.id == RuleID(text) }) {
            throw ZhaoshangError(
                .usage, zh: "\(text) 是规则，须给出期间", en: "\(text) is a rule: say for which period",
                hint: Phrase(
                    zh: "例如：zs task explain \(rule.code) \(DateReading.example(rule.level))",
                    en: "for example: zs task explain \(rule.code) \(DateReading.example(rule.level))"))
        }
        throw ZhaoshangError(
            .notFound, zh: "没有这个任务：\(text)", en: "no such task: \(text)",
            hint: Phrase(zh: "查看：zs task list", en: "see: zs task list"), details: ["id": .text(text)])
    }

    /// `zs task show|explain T-…`.
    public func explainTask(_ text: String, verb: String, caller: Caller) async throws -> TaskExplanation {
        let clock = self.clock
        return try await read(caller) { context in
            let task = try Self.task(text, context.store)
            try context.authorise(verb, .unit(task.unit))
            let views = try TaskViews(context)
            let rule = views.rule(of: task)
            let nesting = Nesting(rules: try context.store.rules(), tree: context.tree)
            let texts = try context.store.texts(task.status.narrative?.named.map(\.1.id) ?? [])
            var explanation = TaskExplanation(
                view: views.view(task, texts: texts), due: nil, ladder: [], parent: nil, children: [], history: [])
            if clock.disbelieved != nil { explanation.heldClock = clock.state }
            if let rule, let due = rule.explanation(of: task, context.calendar) {
                explanation.due = due
                explanation.isSilent = try context.store.silentTasks().contains(task.id)
                explanation.pause = rule.pause(in: task.period)
                explanation.children = try nesting.children(of: task, rule, context.store).map { views.view($0) }
            }
            if let start = rule.map({ $0.creation(of: task.period) ?? task.dueAt }) ?? task.limit?.start {
                let pardons = try context.store.setting("downtime.amnesty", on: context.today) == "yes"
                explanation.outages = try context.store.outages(since: task.dueAt).filter { $0.since <= context.now }
                explanation.ladder = ReminderSteps(
                    of: task, from: start, ladder: views.ladder(of: task), calendar: context.calendar,
                    outages: pardons ? explanation.outages : []
                ).steps.map { ($0.at, $0.tells, $0.act) }
            }
            explanation.parent = try nesting.parent(of: task, context.store).map { views.view($0) }
            explanation.history = try context.store.dueHistory(task.id).map { ($0.from, $0.to, $0.cause) }
            return explanation
        }
    }
}
