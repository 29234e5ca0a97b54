public import WorkCalendar

/// The moments at which somebody is told of one task: the ladder's, and after the due time at growing distances, so that
/// a task that stays open for n working days costs O(log n) messages. Of what lapses there is nothing to say afterwards.
public struct ReminderSteps: Sendable {
    public struct Step: Hashable, Sendable {
        public var at: Instant
        /// `owner`, `head`, `supervisor`.
        public var tells: [String]
        public var act: String?
        /// Tells more people than the ladder's step at the due time.
        public var escalates: Bool
    }

    /// Working days after the due time; one hour comes before the first.
    static let repeats = [1, 2, 4, 8]

    /// By time; the position from 1 is the step's level.
    public let steps: [Step]

    /// `outage` moves what follows the due time to after it: nobody is blamed for it.
    public init(
        of task: Obligation, from start: Instant, ladder: [LadderStep], calendar: WorkingDayCalendar,
        outages: [OutageFound] = []
    ) {
        let reckoning = Ladder(steps: ladder, calendar: calendar)
        let due = Self.pardoned(task.dueAt, outages)
        var steps: [Step] = []
        var told: [String] = []
        for step in ladder {
            switch step.moment {
            case .percent(100...):
                told = Self.union(told, step.tells)
                // What lapses ends with its last moment: nobody is pardoned the outage, and nobody is late.
                let at = task.lapses ? task.dueAt : due
                steps.append(Step(at: at, tells: step.tells, act: step.act, escalates: false))
            case .percent, .daysBefore:
                let at = reckoning.instant(of: step, start: start, due: task.dueAt)
                steps.append(Step(at: at, tells: step.tells, act: step.act, escalates: false))
            case .workingDaysAfter: break
            }
        }
        guard !task.lapses else {
            self.steps = steps.sorted { $0.at < $1.at }
            return
        }
        if told.isEmpty { told = ["owner"] }
        var later = ladder.compactMap { step -> (Int, LadderStep)? in
            guard case .workingDaysAfter(let days) = step.moment else { return nil }
            return (days, step)
        }.sorted { $0.0 < $1.0 }
        steps.append(Step(at: due + Instant.hour, tells: told, act: nil, escalates: false))
        var days = Set(Self.repeats)
        days.formUnion(later.map(\.0))
        var escalated = false
        for day in days.sorted() {
            var act: String?
            while let (reached, step) = later.first, reached <= day {
                told = Self.union(told, step.tells)
                act = step.act ?? act
                escalated = true
                later.removeFirst()
            }
            guard let date = calendar.adding(workingDays: day, to: due.date) else { continue }
            steps.append(Step(at: Instant(date, due.timeOfDay), tells: told, act: act, escalates: escalated))
        }
        self.steps = steps.sorted { $0.at < $1.at }
    }

    /// The level reached by `now`: 0 before the first step.
    public func level(at now: Instant) -> Int { steps.prefix { $0.at <= now }.count }

    /// The next step after `now`.
    public func next(after now: Instant) -> Instant? { steps.first { $0.at > now }?.at }

    static func pardoned(_ due: Instant, _ outages: [OutageFound]) -> Instant {
        var due = due
        for outage in outages.sorted(by: { $0.since < $1.since }) where outage.until > due {
            due = due + (outage.until - max(due, outage.since))
        }
        return due
    }

    private static func union(_ known: [String], _ more: [String]) -> [String] {
        known + more.filter { !known.contains($0) }
    }
}
