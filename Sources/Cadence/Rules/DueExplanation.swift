public import Identifiers
public import Labels
public import WorkCalendar

/// Why a task is due when it is: everything the answer rests on, in the order in which it was applied.
public struct DueExplanation: Hashable, Sendable {
    public var rule: RuleID
    public var revision: Int
    public var calendarRevision: Int
    public var period: Period
    public var wording: DueRule
    public var at: Instant
    public var provisional: Bool
    /// The rule has another time; a person or an edit moved the task.
    public var isMoved = false

    public init(
        rule: Rule, revision: RuleRevision, period: Period, calendarRevision: Int, at: Instant, provisional: Bool
    ) {
        self.rule = rule.id
        self.revision = revision.number
        self.calendarRevision = calendarRevision
        self.period = period
        self.wording = revision.due
        self.at = at
        self.provisional = provisional
    }

    public var phrase: Phrase {
        let weekday = at.date.weekday
        let uncertain = Phrase(
            zh: provisional ? "；所依据的年份尚未公布，为暂定" : "",
            en: provisional ? "; provisional: it rests on a year that is not published" : "")
        let moved = Phrase(zh: isMoved ? "（已改期）" : "", en: isMoved ? " (moved)" : "")
        return Phrase(
            zh: "\(rule) 第\(revision)版 · \(period.key) · \(wording) → \(at.date)（\(Self.zhWeekday(weekday))）"
                + "\(at.timeOfDay)\(moved.zh) · 日历第\(calendarRevision)版\(uncertain.zh)",
            en: "\(rule) revision \(revision) · \(period.key) · \(wording) → \(at.date) "
                + "(\(Self.enWeekday(weekday))) \(at.timeOfDay)\(moved.en) · calendar revision \(calendarRevision)\(uncertain.en)"
        )
    }

    private static func zhWeekday(_ weekday: Weekday) -> String {
        ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][weekday.rawValue - 1]
    }

    private static func enWeekday(_ weekday: Weekday) -> String {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday.rawValue - 1]
    }
}

extension Rule {
    /// Why a task of this rule is due when it is, by the wording that it was given last.
    public func explanation(of task: Obligation, _ calendar: WorkingDayCalendar) -> DueExplanation? {
        let last = revisions.last { $0.number == task.ruleRevision }
        guard let revision = last ?? revision(in: task.period) else { return nil }
        var explanation = DueExplanation(
            rule: self, revision: revision, period: task.period, calendarRevision: task.calendarRevision,
            at: task.dueAt, provisional: task.provisional)
        // What is closed stands by the calendar of its day.
        if task.status.isPending, case .due(let at, _) = revision.due.due(in: task.period, calendar: calendar) {
            explanation.isMoved = at != task.dueAt
        }
        return explanation
    }
}
