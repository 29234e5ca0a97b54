import Cadence
import Identifiers
import Testing
import WorkCalendar

/// A bureau in memory: keeps what the scheduler decides and gives it back as the next state, as the store does.
struct PlayedBureau {
    var rules: [Rule]
    var roster: Roster
    var calendar: WorkingDayCalendar
    var scheduler = Scheduler()
    /// Whether people submit each task as soon as it exists.
    var isDiligent = false

    private(set) var tasks: [Obligation] = []
    private(set) var frozen: [String] = []
    private(set) var missed: [(tasks: [TaskID], at: Instant)] = []
    private var pending: Set<Int> = []
    private var watermarks: [RuleID: Period] = [:]
    private var known: [RuleID: Set<Subject>] = [:]
    private var awaitingFreeze: [Obligation] = []

    init(_ rules: [Rule], _ roster: Roster, _ calendar: WorkingDayCalendar) {
        self.rules = rules
        self.roster = roster
        self.calendar = calendar
    }

    /// One step and what it leaves behind.
    /// The last moment acted on, as the application remembers it.
    private var acted: Instant?

    mutating func step(at now: Instant) throws -> SchedulerStep {
        let open = pending.map { tasks[$0] }.sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
        let step = scheduler.step(
            SchedulerState(
                rules: rules, watermarks: watermarks, subjectsAtWatermark: known, roster: roster, calendar: calendar,
                calendarRevision: 1, pending: open, awaitingFreeze: awaitingFreeze,
                earliestPendingDue: open.first?.dueAt, nextTaskNumber: Int64(tasks.count + 1),
                actedUpTo: acted),
            now: now)
        if let next = step.nextEventAt, next <= now { Issue.record("the next event \(next) is not after \(now)") }
        for act in step.acts { try keep(act) }
        if !step.isPartial { acted = now }
        return step
    }

    /// Steps until nothing is left to do at `now`; returns the acts in their order and the next event.
    @discardableResult
    mutating func settle(at now: Instant) throws -> (acts: [SchedulerAct], next: Instant?) {
        var acts: [SchedulerAct] = []
        for _ in 0..<10_000 {
            let step = try step(at: now)
            if step.acts.isEmpty, !step.isPartial { return (acts, step.nextEventAt) }
            acts += step.acts
        }
        Issue.record("the scheduler does not come to rest at \(now)")
        return (acts, nil)
    }

    /// From event to event, as the daemon sleeps.
    mutating func play(from start: Instant, to end: Instant) throws {
        var now = start
        while true {
            let next = try settle(at: now).next
            guard let next, next <= end else { return }
            guard next > now else { return }
            now = next
        }
    }

    mutating func submit(_ id: TaskID, at now: Instant) {
        guard let index = tasks.firstIndex(where: { $0.id == id }) else { return }
        tasks[index].status.state = .submitted
        tasks[index].status.submittedAt = now
        pending.remove(index)
        let freezes = rules.contains { rule in
            rule.id.description == tasks[index].source && rule.revisions.contains { $0.freeze != nil }
        }
        if freezes { awaitingFreeze.append(tasks[index]) }
    }

    private mutating func keep(_ act: SchedulerAct) throws {
        switch act {
        case .materialise(let event):
            for task in event.obligations {
                let number = tasks.count + 1
                try #require(task.id == TaskID(Int64(number)), "numbers go on without a gap")
                tasks.append(task)
                if task.status.isPending { pending.insert(number - 1) }
                if isDiligent, task.status.isPending { submit(task.id, at: task.dueAt) }
            }
            let before = watermarks[event.rule]
            if let before, before == event.period {
                known[event.rule, default: []].formUnion(event.rows.map(\.subject))
            } else if before.map({ $0 < event.period }) ?? true {
                watermarks[event.rule] = event.period
                known[event.rule] = Set(event.rows.map(\.subject))
            }
        case .direct(let clock), .lapse(let clock): Issue.record("rules have no clocks: \(clock.id)")
        case .miss(let fact):
            missed.append((fact.tasks, fact.at))
            for id in fact.tasks {
                let index = Int(id.number) - 1
                tasks[index].status.state = .missed
                pending.remove(index)
            }
        case .freeze(let task):
            frozen.append("\(task.source) \(task.subject) \(task.period.key)")
            awaitingFreeze.removeAll { $0.id == task.id }
        }
    }

    /// `O-1 2026-03-02T17:30 open`, in the order of creation.
    func lines(of rule: Int64, _ what: (Obligation) -> Bool = { _ in true }) -> [String] {
        tasks.filter { $0.source == RuleID(rule).description && what($0) }.map { task in
            let reason = task.status.reason.map { ":\($0)" } ?? ""
            return "\(task.subject) \(task.period.key) \(task.dueAt.date) \(task.dueAt.timeOfDay) "
                + "\(task.status.state.rawValue)\(reason)" + (task.detectedLate ? " late" : "")
        }
    }
}
