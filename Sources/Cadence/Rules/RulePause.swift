public import Identifiers
public import WorkCalendar

/// Periods for which a rule asks nothing.
public struct RulePause: Hashable, Sendable, Codable {
    public var from: Period
    /// The last period of it. Absent: until somebody resumes the rule.
    public var until: Period?
    public var reason: TextStub
    /// How it was ended; absent while it lasts, and where it ended with its last period.
    public var resumed: ResumePolicy?

    public init(from: Period, until: Period? = nil, reason: TextStub, resumed: ResumePolicy? = nil) {
        self.from = from
        self.until = until
        self.reason = reason
        self.resumed = resumed
    }

    public func contains(_ period: Period) -> Bool {
        period.ordinal >= from.ordinal && (until.map { period.ordinal <= $0.ordinal } ?? true)
    }

    /// `2026-03-02 → 2026-03-06 skip`; `…` while it has no end.
    public var wording: String {
        "\(from.key) → \(until?.key ?? "…")" + (resumed.map { " \($0.rawValue)" } ?? "")
    }

    /// Nothing is asked for in its periods, or not yet.
    public var asksNothing: Bool { resumed == nil || resumed == .skip }

    /// Its periods are made as they come, waived. Those of an open pause wait for the policy it is resumed with, and
    /// those of a resumed one were made then.
    var waivesAsTheyCome: Bool { until != nil && resumed == nil }
}

/// What becomes of the periods that went by during a pause.
public enum ResumePolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// All are waived:pause.
    case skip
    /// All are asked for after all.
    case fill
    /// The newest is asked for, the others are waived:pause.
    case latest
}

extension Rule {
    public func pause(in period: Period) -> RulePause? {
        (pauses ?? []).last { $0.contains(period) }
    }

    /// The tasks that resuming makes: those of the pause's periods that have begun, and of the running one. `exists` says who has a task in a period already.
    public func resumption(
        of pause: RulePause, policy: ResumePolicy, _ state: SchedulerState, now: Instant,
        exists: (Period, Subject) -> Bool
    ) -> [TasksMaterialised] {
        let running = currentPeriod(at: now)
        guard pause.from.ordinal <= running.ordinal, let start else { return [] }
        var maker = PeriodTasks(state, now: now)
        var events: [TasksMaterialised] = []
        var period = max(pause.from, start)
        // The running period is live again; once its due time has passed it went by like those before it.
        let isRunningLive = isAhead(running, state.calendar, now)
        let newest = isRunningLive ? running.ordinal - 1 : running.ordinal
        while period.ordinal <= running.ordinal {
            let isLive = period == running && isRunningLive
            let asks = isLive || policy == .fill || (policy == .latest && period.ordinal == newest)
            let event = maker.make(self, period, waiving: asks ? nil : "pause") { !exists(period, $0.subject) }
            if let event { events.append(event) }
            period = period.next
        }
        return events
    }

    /// Whether the work of a period can still be done in time.
    public func isAhead(_ period: Period, _ calendar: WorkingDayCalendar, _ now: Instant) -> Bool {
        guard case .due(let at, _) = revision(in: period)?.due.due(in: period, calendar: calendar) else { return false }
        return at > now
    }

    /// The last period that a pause takes when it is resumed at `now`; nil when none went by in it.
    public func lastPaused(of pause: RulePause, _ calendar: WorkingDayCalendar, now: Instant) -> Period? {
        let running = currentPeriod(at: now)
        guard pause.from <= running else { return nil }
        guard isAhead(running, calendar, now) else { return running }
        return pause.from < running ? running.previous : nil
    }

    /// What a backfill inserts: whoever has no task in a period of `periods` that has begun, oldest first.
    public func backfill(
        _ periods: ClosedRange<Period>, id: BackfillID, notifies: Bool, _ state: SchedulerState, now: Instant,
        exists: (Period, Subject) -> Bool
    ) -> [TasksMaterialised] {
        guard let start else { return [] }
        var maker = PeriodTasks(state, now: now)
        var events: [TasksMaterialised] = []
        var period = max(periods.lowerBound, start)
        while period.ordinal <= periods.upperBound.ordinal {
            let isWaived = pause(in: period) != nil
            let event = maker.make(self, period, waiving: isWaived ? "pause" : nil, ignoringCatchUp: true) {
                !exists(period, $0.subject)
            }
            if var event {
                event.backfill = id
                event.silent = !notifies
                events.append(event)
            }
            period = period.next
        }
        return events
    }
}
