public import Identifiers
public import WorkCalendar

/// One task as it will be, if nothing changes.
public struct ForecastTask: Hashable, Sendable {
    public var rule: Rule
    public var subject: Subject
    public var unit: UnitID
    public var period: Period
    public var dueAt: Instant
    public var provisional: Bool
    public var explanation: DueExplanation
}

extension ForecastTask {
    /// A task that is there already: it is due when it is due now, wherever somebody moved it. Nil for one of another rule.
    public init?(standing task: Obligation, of rule: Rule, _ calendar: WorkingDayCalendar) {
        guard let explanation = rule.explanation(of: task, calendar) else { return nil }
        self.init(
            rule: rule, subject: task.subject, unit: task.unit, period: task.period, dueAt: task.dueAt,
            provisional: task.provisional, explanation: explanation)
    }
}

/// What `task next` shows: the very functions that fire, run ahead.
public struct Forecast: Sendable {
    private let roster: Roster
    private let calendar: WorkingDayCalendar
    private let calendarRevision: Int
    /// How many periods a rule is looked at ahead before it counts as having no further task.
    private static let emptyPeriods = 400

    /// Leaves out whom the question is not about, and what is done already.
    private let isWanted: @Sendable (Rule, Period, Subject, UnitID) -> Bool

    public init(
        roster: Roster, calendar: WorkingDayCalendar, calendarRevision: Int,
        isWanted: @escaping @Sendable (Rule, Period, Subject, UnitID) -> Bool = { _, _, _, _ in true }
    ) {
        self.isWanted = isWanted
        self.roster = roster
        self.calendar = calendar
        self.calendarRevision = calendarRevision
    }

    /// The next `count` tasks of the rules that are due after `now`, by due time, level, rule, subject.
    ///
    /// - Parameters:
    ///   - standing: tasks that are there already, when they are due now. ``isWanted`` leaves them out of what is looked for.
    ///   - last: later ones are not looked for.
    public func next(
        _ count: Int, rules: [Rule], standing: [ForecastTask] = [], now: Instant, through last: Instant? = nil
    ) -> [ForecastTask] {
        let found = upcoming(count, rules: rules, now: now, through: last)
        guard !standing.isEmpty else { return found }
        return Array((found + standing).sorted(by: Self.isEarlier).prefix(count))
    }

    private static func isEarlier(_ one: ForecastTask, _ other: ForecastTask) -> Bool {
        if one.dueAt != other.dueAt { return one.dueAt < other.dueAt }
        if one.rule.level != other.rule.level { return one.rule.level < other.rule.level }
        if one.rule.id != other.rule.id { return one.rule.id < other.rule.id }
        return one.subject < other.subject
    }

    private func upcoming(_ count: Int, rules: [Rule], now: Instant, through last: Instant?) -> [ForecastTask] {
        var cursors = rules.compactMap { rule -> Cursor? in
            guard let start = rule.start else { return nil }
            // The newest period that exists may still be ahead of its due time, and so may the one before (rolled).
            let first = max(start, rule.currentPeriod(at: now).previous)
            return nextBatch(Cursor(rule: rule, period: first, batch: []), now: now)
        }
        var found: [ForecastTask] = []
        while found.count < count, let index = earliest(cursors) {
            if let last, let first = cursors[index].batch.first, first.dueAt > last { break }
            found += cursors[index].batch.prefix(count - found.count)
            if let following = nextBatch(cursors[index], now: now) {
                cursors[index] = following
            } else {
                cursors.remove(at: index)
            }
        }
        return found
    }

    private struct Cursor {
        var rule: Rule
        /// The period to look at next.
        var period: Period
        /// Tasks of the period before, all due at the same time.
        var batch: [ForecastTask]
    }

    private func earliest(_ cursors: [Cursor]) -> Int? {
        cursors.indices.min { left, right in
            let (one, other) = (cursors[left], cursors[right])
            guard let first = one.batch.first, let second = other.batch.first else { return false }
            if first.dueAt != second.dueAt { return first.dueAt < second.dueAt }
            if one.rule.level != other.rule.level { return one.rule.level < other.rule.level }
            return one.rule.id < other.rule.id
        }
    }

    private func nextBatch(_ cursor: Cursor, now: Instant) -> Cursor? {
        var period = cursor.period
        for _ in 0..<Self.emptyPeriods {
            guard let revision = cursor.rule.revision(in: period) else { return nil }
            defer { period = period.next }
            guard cursor.rule.pause(in: period) == nil else { continue }
            guard case .due(let at, let provisional) = revision.due.due(in: period, calendar: calendar), at > now else {
                continue
            }
            let explanation = DueExplanation(
                rule: cursor.rule, revision: revision, period: period, calendarRevision: calendarRevision, at: at,
                provisional: provisional)
            let batch = roster.candidates(of: cursor.rule, in: period, calendar: calendar)
                .filter { !$0.onLeave && isWanted(cursor.rule, period, $0.subject, $0.unit) }
                .map {
                    ForecastTask(
                        rule: cursor.rule, subject: $0.subject, unit: $0.unit, period: period, dueAt: at,
                        provisional: provisional, explanation: explanation)
                }
            if !batch.isEmpty { return Cursor(rule: cursor.rule, period: period.next, batch: batch) }
        }
        return nil
    }
}
