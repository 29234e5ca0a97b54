import Identifiers
import WorkCalendar

/// Makes the tasks that must exist by `now`, oldest first.
struct Materialiser {
    private let state: SchedulerState
    private let now: Instant
    private var next: [RuleID: Period]
    private var maker: PeriodTasks

    init(_ state: SchedulerState, now: Instant) {
        self.state = state
        self.now = now
        self.maker = PeriodTasks(state, now: now)
        self.next = [:]
        for rule in state.rules {
            var period = rule.nextPeriod(after: state.watermarks[rule.id])
            // What had begun when the scheduler last acted was seen to then: it had nobody to ask, or was made. It is not
            // taken for a downtime afterwards.
            while let candidate = period, let creation = rule.creation(of: candidate), isSeen(creation) {
                period = rule.nextPeriod(after: candidate)
            }
            next[rule.id] = period
        }
    }

    private func isSeen(_ creation: Instant) -> Bool {
        state.actedUpTo.map { creation <= $0 } ?? false
    }

    /// Tasks of the newest period for those who have none yet because they came to the scope after it began. What is
    /// over for everybody else already is not asked of them.
    mutating func joiners() -> [TasksMaterialised] {
        var events: [TasksMaterialised] = []
        let now = self.now
        for rule in state.rules {
            let period = rule.currentPeriod(at: now)
            // A clock that was set back and accepted shows a period that was gone through before.
            if let watermark = state.watermarks[rule.id], watermark.ordinal > period.ordinal { continue }
            let isMade = state.watermarks[rule.id] == period
            guard let creation = rule.creation(of: period), isMade || isSeen(creation) else { continue }
            let known = isMade ? state.subjectsAtWatermark[rule.id] ?? [] : []
            let event = materialise(rule, period) { row in !known.contains(row.subject) && row.dueAt > now }
            if let event { events.append(event) }
        }
        return events
    }

    /// Everything after the watermarks up to now, until a chunk is full.
    mutating func catchUp() -> (events: [TasksMaterialised], isPartial: Bool) {
        let horizon = now.date - Scheduler.catchUpDays
        var events: [TasksMaterialised] = []
        var rows = 0
        while let (rule, period, creation) = earliest(), creation <= now {
            next[rule.id] = rule.nextPeriod(after: period)
            guard period.lastDay >= horizon else { continue }
            guard let event = materialise(rule, period, keep: { _ in true }) else { continue }
            events.append(event)
            rows += event.rows.count
            if rows >= Scheduler.chunk { return (events, true) }
        }
        return (events, false)
    }

    /// When the rules' next periods come to be; beyond `now` for all rules that are caught up.
    func nextCreations() -> [Instant] {
        state.rules.compactMap { rule in
            guard var period = rule.nextPeriod(after: state.watermarks[rule.id]) else { return nil }
            // Periods that made no tasks (days off, nobody there) leave no watermark, so look from today on.
            let current = rule.currentPeriod(at: now)
            if period.ordinal <= current.ordinal { period = current.next }
            return rule.creation(of: period)
        }
    }

    private func earliest() -> (Rule, Period, Instant)? {
        state.rules
            .compactMap { rule -> (Rule, Period, Instant)? in
                guard let period = next[rule.id], let creation = rule.creation(of: period) else { return nil }
                return (rule, period, creation)
            }
            // Years before days, so that a parent exists before its children.
            .min { left, right in
                if left.2 != right.2 { return left.2 < right.2 }
                if left.0.level != right.0.level { return left.0.level > right.0.level }
                return left.0.id < right.0.id
            }
    }

    private mutating func materialise(
        _ rule: Rule, _ period: Period, keep: (TasksMaterialised.Row) -> Bool
    ) -> TasksMaterialised? {
        let pause = rule.pause(in: period)
        if let pause, !pause.waivesAsTheyCome { return nil }
        return maker.make(rule, period, waiving: pause == nil ? nil : "pause", keep: keep)
    }
}
