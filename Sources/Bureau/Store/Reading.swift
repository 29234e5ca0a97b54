public import Cadence
public import Identifiers
public import Promotion
public import WorkCalendar

/// What a use case may load. Every noun has its part; lists come in the order stated, never in the store's own.
public protocol Reading: OrganisationReading, EntryReading, PostingReading, TaskReading, ReportReading, RecordReading,
    NotificationReading, SearchReading, EnterpriseNameReading, LogReading, ImportReading
{
    /// Every setting ever made for `key` (all keys when nil), by key, unit, then date.
    func settings(_ key: String?) throws -> [Setting]
    /// Targets of a year; of one unit when given. By unit, then indicator.
    func targets(year: Int, unit: UnitID?) throws -> [Target]
    /// By id.
    func rules() throws -> [Rule]
    func rule(_ id: RuleID) throws -> Rule?
    /// Current notices, by year.
    func notices() throws -> [YearNotice]
    /// Number of calendar changes so far: the revision that due times name.
    func calendarRevision() throws -> Int
    /// The digests of what a profile wrote at its latest application, by item key.
    func profileItems(_ name: String) throws -> [String: String]?
    /// The body of a text, or nil once erased.
    func text(_ id: Int64) throws -> String?
    /// Bodies of the texts that are not erased.
    func texts(_ ids: [Int64]) throws -> [Int64: String]
    /// Bodies of the texts that `matches` says yes to, out of all there are: for what must not miss one.
    func texts(where matches: (String) -> Bool) throws -> [Int64: String]
    /// Facts about the store that are not part of the log: `clock.mark`, `clock.virtual`, `clock.boot`.
    func mark(_ key: String) throws -> String?
}

public protocol OrganisationReading {
    /// All units, by id.
    func units() throws -> [Unit]
    func unit(_ id: UnitID) throws -> Unit?
    /// All officers, by id.
    func officers() throws -> [Officer]
    func officer(_ id: OfficerID) throws -> Officer?
    /// Active officers with this login uid, by id.
    func officers(uid: UInt32) throws -> [Officer]
}

/// Filters of lists. Absent means any.
public struct EntryFilter: Sendable {
    public var units: [UnitID]?
    public var officer: OfficerID?
    public var dates: ClosedRange<CivilDate>?
    public var tag: String?
    /// Lines that tell of this record: `L-7`.
    public var record: String?
    /// Lines that tell of one of these records.
    public var records: [String]?
    public var kind: ActivityKind?
    public var includeWithdrawn: Bool
    public var includeAutomatic: Bool
    /// Only entries with a number above it.
    public var after: EntryID?
    public var limit: Int?

    public init(
        units: [UnitID]? = nil, officer: OfficerID? = nil, dates: ClosedRange<CivilDate>? = nil, tag: String? = nil,
        record: String? = nil, kind: ActivityKind? = nil, includeWithdrawn: Bool = false, includeAutomatic: Bool = true,
        after: EntryID? = nil, limit: Int? = nil
    ) {
        self.units = units
        self.officer = officer
        self.dates = dates
        self.tag = tag
        self.record = record
        self.kind = kind
        self.includeWithdrawn = includeWithdrawn
        self.includeAutomatic = includeAutomatic
        self.after = after
        self.limit = limit
    }
}

/// An entry with the moment it was learnt.
public struct RecordedEntry: Sendable {
    public var entry: Entry
    /// The event that logged it.
    public var seq: Int64
    public var recordedAt: Instant
    /// The event that last changed it.
    public var lastSeq: Int64

    public init(entry: Entry, seq: Int64, recordedAt: Instant, lastSeq: Int64) {
        self.entry = entry
        self.seq = seq
        self.recordedAt = recordedAt
        self.lastSeq = lastSeq
    }
}

public protocol EntryReading {
    func entry(_ id: EntryID) throws -> RecordedEntry?
    /// By date, then number.
    func entries(_ filter: EntryFilter) throws -> [RecordedEntry]
    /// Not withdrawn lines of an officer's day, of every source.
    func lineCount(officer: OfficerID, on date: CivilDate) throws -> Int
    /// Lines with a tag or the value of an attribute for which `test` holds, withdrawn ones too.
    func entries(withWord test: (String) -> Bool) throws -> [EntryID]
}

public protocol EnterpriseNameReading {
    /// Enterprises with the gram in a name, counted up to a limit.
    func nameFrequency(of gram: Int64, atMost limit: Int) throws -> Int
    /// Enterprises with one of the grams in a name (see `EnterpriseName.grams`), merged ones too.
    func enterprises(withNameGrams grams: Set<Int64>) throws -> [EnterpriseID]
}

public struct PostingFilter: Sendable {
    /// The units whose facts count; never empty.
    public var units: [UnitID]
    public var indicator: String
    public var dates: ClosedRange<CivilDate>
    public var officer: OfficerID?
    /// Only facts learnt after this event.
    public var afterSeq: Int64?
    /// Only facts learnt up to this event.
    public var throughSeq: Int64?

    public init(
        units: [UnitID], indicator: String, dates: ClosedRange<CivilDate>, officer: OfficerID? = nil,
        afterSeq: Int64? = nil, throughSeq: Int64? = nil
    ) {
        self.units = units
        self.indicator = indicator
        self.dates = dates
        self.officer = officer
        self.afterSeq = afterSeq
        self.throughSeq = throughSeq
    }
}

public struct RecordedPosting: Sendable {
    public var posting: Posting
    public var seq: Int64

    public init(posting: Posting, seq: Int64) {
        self.posting = posting
        self.seq = seq
    }
}

/// One thing that an indicator counts on a day.
private struct CountedOnce: Hashable {
    let indicator: String
    let date: CivilDate
    let about: String
}

extension [RecordedPosting] {
    /// Postings that count once a day for what they are about, as what each changed of the count, in the order of the log:
    /// the first one adds 1, further ones nothing, taking the last one back takes 1 off. So these add up to the figure. They
    /// must be all of the scope for their days; facts that add up stay as they are.
    func countedOnce() -> [RecordedPosting] {
        var held: [CountedOnce: Int64] = [:]
        return compactMap { row in
            guard let about = row.posting.about else { return row }
            let key = CountedOnce(indicator: row.posting.indicator, date: row.posting.date, about: about)
            let before = held[key] ?? 0
            let after = before + row.posting.value
            held[key] = after
            guard (before > 0) != (after > 0) else { return nil }
            var change = row
            change.posting.value = after > 0 ? 1 : -1
            return change
        }
    }
}

/// Indicators that count once a day for what they are about (K19.out, K19.in) are no sums: each answer counts them over
/// its own units, so that what two units did for the same enterprise on a day is one.
public protocol PostingReading {
    /// Sums by indicator over the dates, from the day and month roll-ups: whole months cost one row a unit.
    func sums(units: [UnitID], dates: ClosedRange<CivilDate>) throws -> [String: Int64]
    /// Sums by month key (`2026-09`) and indicator, from the month roll-ups.
    func monthlySums(units: [UnitID], months: ClosedRange<Int>) throws -> [Int: [String: Int64]]
    /// Sums by officer and indicator, from the postings themselves.
    func sumsByOfficer(units: [UnitID], dates: ClosedRange<CivilDate>) throws -> [OfficerID: [String: Int64]]
    /// Sums by unit and indicator, from the roll-ups.
    func sumsByUnit(units: [UnitID], dates: ClosedRange<CivilDate>) throws -> [UnitID: [String: Int64]]
    /// The rows themselves, by date, then seq.
    func postings(_ filter: PostingFilter) throws -> [RecordedPosting]
    /// Facts dated before `date` (and not before `since`) that were learnt after `seq`, by seq: late entries and
    /// corrections of the next issue.
    func postings(units: [UnitID], since: CivilDate, before date: CivilDate, afterSeq seq: Int64) throws
        -> [RecordedPosting]
}

public struct TaskFilter: Sendable {
    public var ids: [TaskID]?
    public var source: String?
    public var subjects: [Subject]?
    public var units: [UnitID]?
    public var states: [ObligationStatus.State]?
    public var level: PeriodKind?
    /// Leaves out clocks, which belong to a record and not to a rule.
    public var ofRules: Bool
    public var product: Product?
    /// Periods by ordinal; needs `level`.
    public var periods: ClosedRange<Int>?
    public var dueBefore: Instant?
    public var dueFrom: Instant?
    public var after: TaskID?
    public var limit: Int?
    /// By due time, then number; otherwise by number.
    public var byDue: Bool
    /// A limit keeps those due last and not those due first; the order stays. Goes with `byDue`.
    public var keepsLatest: Bool

    public init(
        ids: [TaskID]? = nil, source: String? = nil, subjects: [Subject]? = nil, units: [UnitID]? = nil,
        states: [ObligationStatus.State]? = nil, level: PeriodKind? = nil, ofRules: Bool = false,
        product: Product? = nil, periods: ClosedRange<Int>? = nil, dueBefore: Instant? = nil, dueFrom: Instant? = nil,
        after: TaskID? = nil,
        limit: Int? = nil, byDue: Bool = true, keepsLatest: Bool = false
    ) {
        self.ids = ids
        self.source = source
        self.subjects = subjects
        self.units = units
        self.states = states
        self.level = level
        self.ofRules = ofRules
        self.product = product
        self.periods = periods
        self.dueBefore = dueBefore
        self.dueFrom = dueFrom
        self.after = after
        self.limit = limit
        self.byDue = byDue
        self.keepsLatest = keepsLatest
    }
}

public protocol TaskReading {
    func tasks(_ filter: TaskFilter) throws -> [Obligation]
    func task(_ id: TaskID) throws -> Obligation?
    /// The task of its key.
    func task(source: String, subject: Subject, occurrence: String) throws -> Obligation?
    /// The last period of each rule that has tasks: the rule's watermark.
    func watermarks() throws -> [RuleID: Period]
    /// Due time of the open or returned task of a rule that is due first, where there is one.
    func earliestPendingDue() throws -> Instant?
    /// Who has a task of this source in that period.
    func subjects(source: String, period: Period) throws -> Set<Subject>
    /// Number of open or returned tasks, and of those due before `now`.
    func pendingCounts(now: Instant, units: [UnitID]?) throws -> (open: Int, overdue: Int)
    /// Submitted or accepted unit tasks of a rule whose report is not frozen yet, by period.
    func awaitingFreeze(source: String) throws -> [Obligation]
    /// Open or returned tasks that nobody is reminded of.
    func silentTasks() throws -> Set<TaskID>
    /// Outages that ended at `since` or later, oldest first.
    func outages(since: Instant) throws -> [OutageFound]
    /// The due times a task had, oldest first, with the cause of each move.
    func dueHistory(_ id: TaskID) throws -> [(at: Int64, from: Instant, to: Instant, cause: String)]
}

public struct FrozenReport: Sendable {
    public var fact: ReportFrozen
    /// The event that froze it.
    public var seq: Int64
    public var frozenAt: Instant
    public var frozenBy: String

    public init(fact: ReportFrozen, seq: Int64, frozenAt: Instant, frozenBy: String) {
        self.fact = fact
        self.seq = seq
        self.frozenAt = frozenAt
        self.frozenBy = frozenBy
    }
}

public protocol ReportReading {
    /// The latest version.
    func frozenReport(kind: PeriodKind, unit: UnitID, period: Period) throws -> FrozenReport?
    /// The latest version of the newest period before `period`.
    func previousFrozenReport(kind: PeriodKind, unit: UnitID, before period: Period) throws -> FrozenReport?
    /// Latest versions; by kind, unit, period.
    func frozenReports(kind: PeriodKind?, units: [UnitID]?, limit: Int?) throws -> [FrozenReport]
    /// Is the period of the unit, or of a unit above it, frozen?
    func isFrozen(kind: PeriodKind, unit: UnitID, period: Period) throws -> Bool
}

public protocol LogReading {
    /// Seq of the last event; 0 for an empty log.
    func headSeq() throws -> Int64
    func lastInstant() throws -> Instant?
    /// By seq.
    func events(command: String) throws -> [Event]
    /// Newest first.
    func events(subject: String, limit: Int) throws -> [Event]
    /// Seq of the newest event that touched `subject`, if any.
    func lastSeq(subject: String) throws -> Int64?
    /// By seq, from `after` (exclusive).
    func events(after: Int64, limit: Int) throws -> [Event]
    /// Accepted commands of an actor, newest first.
    func commands(actor: String, limit: Int) throws -> [AcceptedCommand]
    func command(_ id: String) throws -> AcceptedCommand?
    func storeSize() throws -> Int64
}

public struct AcceptedCommand: Sendable {
    public var id: String
    public var verb: String
    public var actor: String
    public var onBehalf: String?
    public var firstSeq: Int64
    public var lastSeq: Int64
    public var at: Instant
    public var outcome: Outcome
    /// The command that took it back, if one did and was not itself undone.
    public var reversedBy: String?

    public init(
        id: String, verb: String, actor: String, onBehalf: String?, firstSeq: Int64, lastSeq: Int64, at: Instant,
        outcome: Outcome, reversedBy: String?
    ) {
        self.id = id
        self.verb = verb
        self.actor = actor
        self.onBehalf = onBehalf
        self.firstSeq = firstSeq
        self.lastSeq = lastSeq
        self.at = at
        self.outcome = outcome
        self.reversedBy = reversedBy
    }
}

/// What a use case may do inside its savepoint.
public protocol Writing: Reading, ImportWriting {
    /// One instant for the whole command; never before the last event's.
    var now: Instant { get }
    /// Appends to the log and projects at once: what follows in `body` reads its own writes.
    @discardableResult
    func append(_ event: NewEvent) throws -> Event
    /// Stores a text that a person typed and returns what stands for it.
    func keep(text: String) throws -> TextStub
    /// Puts what is left of a text in its place. A `TextRedacted` that says so belongs to it.
    func redact(text: Int64, to body: String) throws
    /// The next number of a prefix: `J`, `T`.
    func nextNumber(_ prefix: String) throws -> Int64
    /// Puts a message on its way over a channel, unless it is already. Not part of the log.
    func queue(_ delivery: Delivery) throws
    /// How far a delivery has come. Not part of the log.
    func update(_ delivery: Delivery) throws
    /// Facts outside the log, see `mark`.
    func setMark(_ key: String, _ value: String) throws
}
