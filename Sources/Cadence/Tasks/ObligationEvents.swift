public import Identifiers
public import WorkCalendar

/// The tasks of one rule in one period came to be. Subjects of joiners may follow in a second event of the same period.
public struct TasksMaterialised: Hashable, Sendable, Codable {
    public struct Row: Hashable, Sendable, Codable {
        public var id: TaskID
        public var subject: Subject
        public var unit: UnitID
        public var dueAt: Instant
        public var provisional: Bool
        /// Set when the task exists only to explain why nothing is due: calendar, leave, pause.
        public var waived: String?
        public var detectedLate: Bool

        public init(
            id: TaskID, subject: Subject, unit: UnitID, dueAt: Instant, provisional: Bool, waived: String?,
            detectedLate: Bool
        ) {
            self.id = id
            self.subject = subject
            self.unit = unit
            self.dueAt = dueAt
            self.provisional = provisional
            self.waived = waived
            self.detectedLate = detectedLate
        }
    }

    public var rule: RuleID
    public var revision: Int
    public var calendarRevision: Int
    public var product: Product
    public var period: Period
    public var rows: [Row]
    /// The backfill that made them; nil for what the scheduler made.
    public var backfill: BackfillID?
    /// Nobody is reminded of them.
    public var silent: Bool?

    public init(
        rule: RuleID, revision: Int, calendarRevision: Int, product: Product, period: Period, rows: [Row]
    ) {
        self.rule = rule
        self.revision = revision
        self.calendarRevision = calendarRevision
        self.product = product
        self.period = period
        self.rows = rows
    }

    /// The tasks as they stand right after this event.
    public var obligations: [Obligation] {
        rows.map { row in
            Obligation(
                id: row.id, source: rule.description, subject: row.subject, occurrence: period.key, period: period,
                product: product, unit: row.unit, dueAt: row.dueAt, provisional: row.provisional,
                ruleRevision: revision, calendarRevision: calendarRevision, detectedLate: row.detectedLate,
                status: row.waived.map { ObligationStatus(state: .waived, reason: $0) } ?? .open)
        }
    }
}

/// One task went from one status to another.
public struct TaskChanged: Hashable, Sendable, Codable {
    public var task: TaskID
    public var before: ObligationStatus
    public var after: ObligationStatus

    public init(task: TaskID, before: ObligationStatus, after: ObligationStatus) {
        self.task = task
        self.before = before
        self.after = after
    }
}

/// Tasks that nobody did were closed as missed: their parent closed, or the days of grace ran out.
public struct TasksMissed: Hashable, Sendable, Codable {
    public var tasks: [TaskID]
    public var at: Instant
    /// `parent` or `grace`.
    public var cause: String

    public init(tasks: [TaskID], at: Instant, cause: String) {
        self.tasks = tasks
        self.at = at
        self.cause = cause
    }
}

/// Due times of open tasks moved, because the calendar or a rule changed.
public struct TaskDuesMoved: Hashable, Sendable, Codable {
    public struct Move: Hashable, Sendable, Codable {
        public var task: TaskID
        public var from: Instant
        public var to: Instant
        public var provisional: Bool

        public init(task: TaskID, from: Instant, to: Instant, provisional: Bool) {
            self.task = task
            self.from = from
            self.to = to
            self.provisional = provisional
        }
    }

    public var moves: [Move]
    public var cause: String
    public var ruleRevision: Int?
    public var calendarRevision: Int?

    public init(moves: [Move], cause: String, ruleRevision: Int? = nil, calendarRevision: Int? = nil) {
        self.moves = moves
        self.cause = cause
        self.ruleRevision = ruleRevision
        self.calendarRevision = calendarRevision
    }
}

/// Somebody had absent tasks of past periods made. The watermark stays where it is.
public struct BackfillRun: Hashable, Sendable, Codable {
    public var id: BackfillID
    public var rule: RuleID
    public var from: Period
    public var to: Period
    public var notifies: Bool
    /// Tasks that were made.
    public var tasks: Int

    public init(id: BackfillID, rule: RuleID, from: Period, to: Period, notifies: Bool, tasks: Int) {
        self.id = id
        self.rule = rule
        self.from = from
        self.to = to
        self.notifies = notifies
        self.tasks = tasks
    }
}

/// The service did not run, or did not see the time pass, from `since` until `until`.
public struct OutageFound: Hashable, Sendable, Codable {
    public var since: Instant
    public var until: Instant

    public init(since: Instant, until: Instant) {
        self.since = since
        self.until = until
    }
}
