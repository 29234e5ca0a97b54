public import Identifiers
public import WorkCalendar

/// Something somebody must do by a time: `T-…`. People see it as a task; the name in code keeps it apart from Swift's.
///
/// (source, subject, occurrence) is its identity: a rule's task exists at most once for a subject and a period.
public struct Obligation: Hashable, Sendable, Codable {
    public var id: TaskID
    /// What asks for it: a rule `R-4`, or the record a clock belongs to `L-7`.
    public var source: String
    public var subject: Subject
    /// The text key of the period for a rule; for a clock its name, with its turn from the second on: `respond`,
    /// `progress.2`.
    public var occurrence: String
    /// The period of a rule's task; of a clock the day it started.
    public var period: Period
    public var product: Product
    /// The unit whose scope it is in: the subject itself, or the officer's unit in the period.
    public var unit: UnitID
    public var dueAt: Instant
    public var provisional: Bool
    public var ruleRevision: Int
    public var calendarRevision: Int
    /// It was made after its due time, because the service was not running.
    public var detectedLate: Bool
    public var status: ObligationStatus
    /// How the due time of a clock was reckoned; nil for tasks of rules.
    public var limit: ClockLimit?

    public init(
        id: TaskID, source: String, subject: Subject, occurrence: String, period: Period, product: Product,
        unit: UnitID, dueAt: Instant, provisional: Bool, ruleRevision: Int, calendarRevision: Int,
        detectedLate: Bool, status: ObligationStatus, limit: ClockLimit? = nil
    ) {
        self.id = id
        self.source = source
        self.subject = subject
        self.occurrence = occurrence
        self.period = period
        self.product = product
        self.unit = unit
        self.dueAt = dueAt
        self.provisional = provisional
        self.ruleRevision = ruleRevision
        self.calendarRevision = calendarRevision
        self.detectedLate = detectedLate
        self.status = status
        self.limit = limit
    }

    /// Name of the clocks at whose end something lapses and nobody is overdue.
    public static let lapsingClock = "hold"
    /// Name of the clocks that tell of an alarm at once.
    public static let alarmClock = "alarm"

    /// The name of a clock, without its turn; nil for tasks of rules.
    public var clock: String? {
        limit == nil ? nil : occurrence.split(separator: ".").first.map(String.init) ?? occurrence
    }

    /// Nobody is late when it ends: what it gave leave to is over.
    public var lapses: Bool { clock == Self.lapsingClock }
}

/// What is stored of a task's course. Due, overdue and the overdue level are computed, never stored.
public struct ObligationStatus: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case open, submitted, accepted, returned, waived, missed, void
    }

    public var state: State
    /// Why it was waived (calendar, pause, leave, human), returned or closed.
    public var reason: String?
    /// Submitted as a zero report.
    public var zero: Bool
    public var submittedAt: Instant?
    public var submittedBy: String?
    public var decidedAt: Instant?
    public var decidedBy: String?
    /// What a person added to the derived draft.
    public var narrative: Narrative?

    public init(
        state: State, reason: String? = nil, zero: Bool = false, submittedAt: Instant? = nil,
        submittedBy: String? = nil, decidedAt: Instant? = nil, decidedBy: String? = nil, narrative: Narrative? = nil
    ) {
        self.state = state
        self.reason = reason
        self.zero = zero
        self.submittedAt = submittedAt
        self.submittedBy = submittedBy
        self.decidedAt = decidedAt
        self.decidedBy = decidedBy
        self.narrative = narrative
    }

    public static let open = ObligationStatus(state: .open)

    /// Nothing changes it any more, unless a person reopens the day it belongs to.
    public var isClosed: Bool {
        switch state {
        case .accepted, .waived, .missed, .void: return true
        case .open, .submitted, .returned: return false
        }
    }

    /// Somebody still has to act.
    public var isPending: Bool { state == .open || state == .returned }
}

/// What the head adds to a derived draft before submitting it.
public struct Narrative: Hashable, Sendable, Codable {
    public var summary: TextStub?
    public var blockers: TextStub?
    public var nextSteps: TextStub?
    public var help: TextStub?

    public init(
        summary: TextStub? = nil, blockers: TextStub? = nil, nextSteps: TextStub? = nil, help: TextStub? = nil
    ) {
        self.summary = summary
        self.blockers = blockers
        self.nextSteps = nextSteps
        self.help = help
    }
}
