public import Cadence
import Identifiers
public import Labels
import Promotion
public import WorkCalendar

/// A task with everything that is computed of it.
public struct TaskView: Sendable {
    public var task: Obligation
    public var ruleName: Phrase?
    public var subjectName: Phrase
    public var overdueLevel: Int
    /// Calendar days of the last warning before what it gave leave to lapses.
    public var warning: Int?
    /// Submitted by the due time; absent while nobody submitted.
    public var onTime: Bool?
    /// Texts of the narrative by part: summary, blockers, next, help.
    public var narrative: [String: String]

    public var level: PeriodKind { task.period.kind }
}

/// What a task list needs to know about rules, names and time.
struct TaskViews {
    private let rules: [String: Rule]
    private let names: Names
    private let calendar: WorkingDayCalendar
    private let now: Instant
    private let ladders: ClockLadders

    init(_ context: ReadContext) throws {
        rules = Dictionary(uniqueKeysWithValues: try context.store.rules().map { ($0.id.description, $0) })
        names = try Names(context.store)
        calendar = context.calendar
        now = context.now
        ladders = try context.store.clockLadders(on: context.today)
    }

    func rule(of task: Obligation) -> Rule? { rules[task.source] }

    func ladder(of task: Obligation) -> [LadderStep] {
        rules[task.source]?.revision(in: task.period)?.ladder ?? ladders.steps(of: task)
    }

    func view(_ task: Obligation, texts: [Int64: String] = [:]) -> TaskView {
        let ladder = Ladder(steps: ladder(of: task), calendar: calendar)
        var narrative: [String: String] = [:]
        if let parts = task.status.narrative {
            for (name, stub) in parts.named { narrative[name] = texts[stub.id] }
        }
        return TaskView(
            task: task, ruleName: rules[task.source]?.name, subjectName: name(of: task.subject),
            overdueLevel: ladder.overdueLevel(of: task, now: now), warning: ladder.warning(of: task, now: now),
            onTime: task.status.submittedAt.map { $0 <= task.dueAt }, narrative: narrative)
    }

    func name(of subject: Subject) -> Phrase {
        switch subject {
        case .unit(let id): return names.unit(id)
        case .officer(let id): return names.officer(id)
        }
    }
}

extension Narrative {
    /// The parts that are there, by the name of the flag that gives them.
    var named: [(String, TextStub)] {
        [("summary", summary), ("blockers", blockers), ("next", nextSteps), ("help", help)].compactMap { name, stub in
            stub.map { (name, $0) }
        }
    }
}
