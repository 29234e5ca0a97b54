public import Cadence
public import Identifiers
public import Labels
public import Promotion
public import ReportModel
public import WorkCalendar

/// Everything a report is made of, loaded from the store as of one event. The derivation reads nothing else, no clock
/// either, so that the same facts give the same bytes.
public struct ReportFacts: Sendable {
    public var unit: Promotion.Unit
    public var period: Period
    /// The first of the periods without a working day that this issue covers too.
    public var coversFrom: Period?
    public var state: ReportState
    public var version: Int
    public var asOfSeq: Int64
    /// Instant of the last event the report knows.
    public var asOf: Instant
    public var calendar: WorkingDayCalendar

    /// The unit and all below it.
    public var units: [Promotion.Unit]
    public var officers: [Officer]

    public var sums: ReportSums
    public var tasks: ReportTasks
    /// Lines of the days the report covers, oldest first, as far as its kind lists them.
    public var lines: [RecordedLine]
    /// Earlier and later issues of the same kind and unit, latest versions.
    public var issues: [FrozenIssue]
    /// Facts dated before the report's own days, from the start of the year before on, that were learnt after the
    /// oldest issue that can have missed them. By seq.
    public var learntLater: [LearntFact]
    /// Targets of the units for the year of the period.
    public var targets: [Target]
    /// Targets of the year before; yearly reports only.
    public var targetsLastYear: [Target]
    /// Due times of rules in the next period, where nobody has a task for them yet.
    public var agenda: [ComingTask]
    /// Records of the pipeline; weekly and longer reports only.
    public var pipeline = PipelineFacts()
    /// Units ranked together, as far as a group has a unit of the scope; weekly and longer reports only.
    public var ranking = Ranking([], RankRules(marks: [], weights: [], deductionPerMissingDay: .zero))
    /// Marks and weights in words, for the line below the table.
    public var rankingRules = Phrase("")
    /// Ranks of the period before.
    public var ranksBefore: [UnitID: Int] = [:]
    /// Names of the rules behind the tasks, by the tasks' source: `R-7`.
    public var ruleNames: [String: Phrase] = [:]
    /// Names of the regions and of the industries' sections that the projects carry, by code.
    public var regionNames: [String: Phrase] = [:]
    public var sectionNames: [String: Phrase] = [:]

    public init(
        unit: Promotion.Unit, period: Period, coversFrom: Period? = nil, state: ReportState = .draft, version: Int = 1,
        asOfSeq: Int64, asOf: Instant, calendar: WorkingDayCalendar,
        units: [Promotion.Unit], officers: [Officer] = [], sums: ReportSums = ReportSums(),
        tasks: ReportTasks = ReportTasks(), lines: [RecordedLine] = [], issues: [FrozenIssue] = [],
        learntLater: [LearntFact] = [], targets: [Target] = [], targetsLastYear: [Target] = [],
        agenda: [ComingTask] = []
    ) {
        self.unit = unit
        self.period = period
        self.coversFrom = coversFrom
        self.state = state
        self.version = version
        self.asOfSeq = asOfSeq
        self.asOf = asOf
        self.calendar = calendar
        self.units = units
        self.officers = officers
        self.sums = sums
        self.tasks = tasks
        self.lines = lines
        self.issues = issues
        self.learntLater = learntLater
        self.targets = targets
        self.targetsLastYear = targetsLastYear
        self.agenda = agenda
    }

    public var kind: PeriodKind { period.kind }

    /// The days whose facts the report shows.
    public var days: ClosedRange<CivilDate> { ReportDays.own(period, coversFrom: coversFrom) }
    /// The days of the year up to the end of the period.
    public var daysToDate: ClosedRange<CivilDate> { ReportDays.toDate(period) }
}

/// Which days a report counts.
public enum ReportDays {
    public static func own(_ period: Period, coversFrom: Period?) -> ClosedRange<CivilDate> {
        min(coversFrom?.firstDay ?? period.firstDay, period.firstDay)...period.lastDay
    }

    /// From the first day of the year's first period of the kind. For weeks this is the Monday of the first ISO week,
    /// so that the sum of all weeks of a year is its cumulative figure; for every other kind it is 1 January.
    public static func toDate(_ period: Period) -> ClosedRange<CivilDate> {
        startOfYear(period)...period.lastDay
    }

    public static func startOfYear(_ period: Period) -> CivilDate {
        let year = period.owner(.year)
        guard period.kind == .week, let weeks = year.periods(.week) else { return year.firstDay }
        return Period(kind: .week, ordinal: weeks.lowerBound).firstDay
    }
}

/// Sums of postings by indicator, as known at the report's event.
public struct ReportSums: Sendable {
    public typealias Sums = [String: Int64]

    /// Over the report's own days.
    public var own: Sums
    /// Over the days of the year so far.
    public var toDate: Sums
    /// The previous period: its figures by key as they were printed, else as they are known now.
    public var previous: Sums?
    /// The same period a year before, as known now.
    public var lastYear: Sums?
    public var byOfficer: [OfficerID: Sums]
    public var byUnit: [UnitID: Sums]
    /// By month ordinal, the twelve months that end with the period.
    public var months: [Int: Sums]
    /// By unit and month ordinal, for the months of the year so far. Quarterly and yearly reports only.
    public var unitMonths: [UnitID: [Int: Sums]]
    /// By unit, the whole year before. Yearly reports only.
    public var byUnitLastYear: [UnitID: Sums]

    public init(
        own: Sums = [:], toDate: Sums = [:], previous: Sums? = nil, lastYear: Sums? = nil,
        byOfficer: [OfficerID: Sums] = [:], byUnit: [UnitID: Sums] = [:], months: [Int: Sums] = [:],
        unitMonths: [UnitID: [Int: Sums]] = [:],
        byUnitLastYear: [UnitID: Sums] = [:]
    ) {
        self.own = own
        self.toDate = toDate
        self.previous = previous
        self.lastYear = lastYear
        self.byOfficer = byOfficer
        self.byUnit = byUnit
        self.months = months
        self.unitMonths = unitMonths
        self.byUnitLastYear = byUnitLastYear
    }
}

/// Tasks that the report tells of.
public struct ReportTasks: Sendable {
    /// Daily inventories of officers on the report's own days.
    public var daily: [Obligation]
    /// Tasks of units: of the report's own level and period, and of the levels below within it.
    public var unitTasks: [Obligation]
    /// Open or returned tasks due before the end of the next period of the kind.
    public var pending: [Obligation]

    public init(daily: [Obligation] = [], unitTasks: [Obligation] = [], pending: [Obligation] = []) {
        self.daily = daily
        self.unitTasks = unitTasks
        self.pending = pending
    }
}

/// An entry with the event that logged it.
public struct RecordedLine: Sendable {
    public var entry: Entry
    public var seq: Int64
    public var recordedAt: Instant

    public init(entry: Entry, seq: Int64, recordedAt: Instant) {
        self.entry = entry
        self.seq = seq
        self.recordedAt = recordedAt
    }
}

/// A frozen report of the same kind and unit.
public struct FrozenIssue: Hashable, Sendable {
    public var period: Period
    public var coversFrom: Period?
    public var asOfSeq: Int64

    public init(period: Period, coversFrom: Period? = nil, asOfSeq: Int64) {
        self.period = period
        self.coversFrom = coversFrom
        self.asOfSeq = asOfSeq
    }

    public var days: ClosedRange<CivilDate> { ReportDays.own(period, coversFrom: coversFrom) }
}

/// A posting with the event that posted it, and the record it comes from.
public struct LearntFact: Sendable {
    public var posting: Posting
    public var seq: Int64
    /// The event that first logged the record of the posting.
    public var firstSeq: Int64
    /// The record's line, where there is one.
    public var line: Entry?

    public init(posting: Posting, seq: Int64, firstSeq: Int64, line: Entry? = nil) {
        self.posting = posting
        self.seq = seq
        self.firstSeq = firstSeq
        self.line = line
    }
}

/// Work that a rule will ask for.
public struct ComingTask: Hashable, Sendable {
    public var rule: Rule
    public var period: Period
    public var dueAt: Instant
    public var provisional: Bool

    public init(rule: Rule, period: Period, dueAt: Instant, provisional: Bool) {
        self.rule = rule
        self.period = period
        self.dueAt = dueAt
        self.provisional = provisional
    }
}
