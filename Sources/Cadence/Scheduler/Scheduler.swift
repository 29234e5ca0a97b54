public import Identifiers
public import WorkCalendar

/// What the scheduler knows when it decides. Loaded by the application, never by the scheduler.
public struct SchedulerState: Sendable {
    public var rules: [Rule]
    /// The newest period of each rule that has tasks.
    public var watermarks: [RuleID: Period]
    /// Who has a task in that period already.
    public var subjectsAtWatermark: [RuleID: Set<Subject>]
    public var roster: Roster
    public var calendar: WorkingDayCalendar
    public var calendarRevision: Int
    /// Open and returned tasks that may have used up their days of grace, oldest due first.
    public var pending: [Obligation]
    /// Submitted or accepted unit tasks of rules that freeze, whose report is not frozen.
    public var awaitingFreeze: [Obligation]
    /// Due time of the task that is due first among all open and returned ones.
    public var earliestPendingDue: Instant?
    public var nextTaskNumber: Int64
    /// The highest time the scheduler has acted on: what began by then was seen to. Nil before it ever acted.
    public var actedUpTo: Instant?
    /// Clocks that nobody has answered and that brought forth no directive yet: those overdue for a while, and of the others
    /// the one due first.
    public var clocks: [Obligation]

    public init(
        rules: [Rule], watermarks: [RuleID: Period], subjectsAtWatermark: [RuleID: Set<Subject>], roster: Roster,
        calendar: WorkingDayCalendar, calendarRevision: Int, pending: [Obligation], awaitingFreeze: [Obligation],
        earliestPendingDue: Instant?, nextTaskNumber: Int64, actedUpTo: Instant? = nil, clocks: [Obligation] = []
    ) {
        self.rules = rules
        self.watermarks = watermarks
        self.subjectsAtWatermark = subjectsAtWatermark
        self.roster = roster
        self.calendar = calendar
        self.calendarRevision = calendarRevision
        self.pending = pending
        self.awaitingFreeze = awaitingFreeze
        self.earliestPendingDue = earliestPendingDue
        self.nextTaskNumber = nextTaskNumber
        self.actedUpTo = actedUpTo
        self.clocks = clocks
    }
}

/// Something the scheduler decided.
public enum SchedulerAct: Hashable, Sendable {
    case materialise(TasksMaterialised)
    case miss(TasksMissed)
    /// Freeze the report of the task's unit and period; the application derives it.
    case freeze(Obligation)
    /// The clock is so long overdue that a directive is issued for it; once, because a clock with one is not asked about.
    case direct(Obligation)
    /// What the clock gave leave to has lapsed; the application ends it.
    case lapse(Obligation)
}

public struct SchedulerStep: Sendable {
    public var acts: [SchedulerAct]
    /// More is waiting already: the step stopped at the size of a chunk.
    public var isPartial: Bool
    /// When something happens next by itself; nil when nothing ever does.
    public var nextEventAt: Instant?
}

/// The pure heart of the cadence: what must come to be, close or freeze by `now`.
public struct Scheduler: Sendable {
    /// Rows of one transaction.
    public static let chunk = 5000
    /// How far back a downtime is made up for.
    public static let catchUpDays = 366

    /// Working days after which an open task counts as missed.
    public var graceWorkingDays: Int

    public init(graceWorkingDays: Int = 10) {
        self.graceWorkingDays = graceWorkingDays
    }

    public func step(_ state: SchedulerState, now: Instant) -> SchedulerStep {
        var materialiser = Materialiser(state, now: now)
        var acts = materialiser.joiners().map(SchedulerAct.materialise)
        let caughtUp = materialiser.catchUp()
        acts += caughtUp.events.map(SchedulerAct.materialise)
        if !caughtUp.isPartial {
            acts += freezes(state, now)
            if let missed = missed(state, now) { acts.append(.miss(missed)) }
            acts += overdueClocks(state, now)
        }
        return SchedulerStep(
            acts: acts, isPartial: caughtUp.isPartial, nextEventAt: nextEvent(state, materialiser, now))
    }

    private func missed(_ state: SchedulerState, _ now: Instant) -> TasksMissed? {
        let due = state.pending.filter { task in
            missedAt(task.dueAt, state.calendar).map { $0 <= now } ?? false
        }
        return due.isEmpty ? nil : TasksMissed(tasks: due.map(\.id), at: now, cause: "grace")
    }

    /// When a task due at `due` that nobody did is closed.
    public func missedAt(_ due: Instant, _ calendar: WorkingDayCalendar) -> Instant? {
        calendar.adding(workingDays: graceWorkingDays, to: due.date).map { Instant($0, due.timeOfDay) }
    }

    private func freezes(_ state: SchedulerState, _ now: Instant) -> [SchedulerAct] {
        state.awaitingFreeze
            .compactMap { task in freezeTime(of: task, state).map { (task, $0) } }
            .filter { $0.1 <= now }
            .sorted { ($0.1, $0.0.period.firstDay, $0.0.id) < ($1.1, $1.0.period.firstDay, $1.0.id) }
            .map { .freeze($0.0) }
    }

    private func freezeTime(of task: Obligation, _ state: SchedulerState) -> Instant? {
        guard let rule = state.rules.first(where: { $0.id.description == task.source }),
            let freeze = rule.revision(in: task.period)?.freeze,
            case .due(let at, _) = freeze.due(in: task.period, calendar: state.calendar)
        else { return nil }
        return at
    }

    private func overdueClocks(_ state: SchedulerState, _ now: Instant) -> [SchedulerAct] {
        state.clocks
            .compactMap { clock in actTime(of: clock, state.calendar).map { (clock, $0) } }
            .filter { $0.1 <= now }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
            .map { $0.0.lapses ? .lapse($0.0) : .direct($0.0) }
    }

    /// When the scheduler acts on a clock by itself: at its end for what lapses, else at the step of the ladder that issues
    /// a directive. A limit that rests on an unpublished year is not known yet.
    private func actTime(of clock: Obligation, _ calendar: WorkingDayCalendar) -> Instant? {
        guard !clock.provisional else { return nil }
        if clock.lapses { return clock.dueAt }
        let steps = ClockLadders().steps(of: clock)
        guard let step = steps.first(where: { $0.act == LadderStep.blueDirective }) else { return nil }
        return Ladder(steps: [step], calendar: calendar).instant(of: step, start: clock.dueAt, due: clock.dueAt)
    }

    private func nextEvent(_ state: SchedulerState, _ materialiser: Materialiser, _ now: Instant) -> Instant? {
        var moments = materialiser.nextCreations()
        if let due = state.earliestPendingDue, let missed = missedAt(due, state.calendar) { moments.append(missed) }
        moments += state.awaitingFreeze.compactMap { freezeTime(of: $0, state) }
        // A clock is looked at again when its limit ends: another one behind it may be the next to act on.
        moments += state.clocks.compactMap { $0.dueAt > now ? $0.dueAt : actTime(of: $0, state.calendar) }
        return moments.filter { $0 > now }.min()
    }
}
