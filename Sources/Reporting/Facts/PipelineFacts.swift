public import Identifiers
public import Promotion
public import WorkCalendar

/// Records of the pipeline that a report looks at one by one, because no sum of postings can tell what became of them.
/// Everything is as of the last day of the period: what took effect later does not count, also when it is known.
public struct PipelineFacts: Sendable {
    /// Projects first signed from the start of the year to the end of the period.
    public var signed: [ProjectFact] = []
    /// Projects started from the start of the year to the end of the period.
    public var started: [ProjectFact] = []
    /// Projects that entered negotiation in the report's own days.
    public var entered: [ProjectFact] = []
    /// Projects terminated in the report's own days.
    public var lost: [ProjectFact] = []
    /// Projects neither terminated nor at capacity on the day before the period.
    public var activeBefore = 0
    /// Leads received in the report's own days; those count that are complete and no duplicates.
    public var received: [JudgedFact] = []
    /// Limits that ran out in the report's own days; those count that were met.
    public var limits: [LimitKind: [JudgedFact]] = [:]
    /// Opinions on leads in the report's own days, the last one of each lead; those count that follow it.
    public var verdicts: [JudgedFact] = []
    /// Commitments due or settled in the report's own days; those count that were fulfilled.
    public var commitments: [JudgedFact] = []
    /// Projects under way on the last day: major ones first, then by light and amount.
    public var courses: [ProjectCourse] = []
    /// Orders not closed by the end of the period, by due date.
    public var directives: [DirectiveFact] = []
    /// Projects by the stages they came to in the year so far; monthly and longer reports only.
    public var reached: [Stage: [ProjectFact]] = [:]
    /// Quarterly reports only.
    public var campaigns: [CampaignFact] = []
    /// Daily reports only.
    public var changes: [DayChange] = []

    public init() {}
}

/// One project as a report sees it.
public struct ProjectFact: Hashable, Sendable {
    public var id: ProjectID
    /// The event that last changed the project.
    public var seq: Int64
    public var unit: UnitID
    public var name: TextStub
    public var kind: ProjectKind
    public var stage: Stage
    /// The day on which it came to each stage, as far as it did by the end of the period.
    public var reached: [Stage: CivilDate]
    public var industry: String?
    public var chain: String?
    public var province: String?
    public var eastern: Bool
    public var major: Bool
    /// Formal agreements and increments up to the end of the period.
    public var contract: Money
    /// Verified funds that arrived by the end of the period, and what of them went into fixed assets.
    public var funds: Money
    public var fixedFunds: Money
    public var termination: Termination?

    public init(
        id: ProjectID, seq: Int64, unit: UnitID, name: TextStub, kind: ProjectKind = .new, stage: Stage = .negotiating,
        reached: [Stage: CivilDate] = [:], industry: String? = nil, chain: String? = nil, province: String? = nil,
        eastern: Bool = false, major: Bool = false, contract: Money = .zero, funds: Money = .zero,
        fixedFunds: Money = .zero, termination: Termination? = nil
    ) {
        self.id = id
        self.seq = seq
        self.unit = unit
        self.name = name
        self.kind = kind
        self.stage = stage
        self.reached = reached
        self.industry = industry
        self.chain = chain
        self.province = province
        self.eastern = eastern
        self.major = major
        self.contract = contract
        self.funds = funds
        self.fixedFunds = fixedFunds
        self.termination = termination
    }

    public init(_ project: Project, seq: Int64, through day: CivilDate) {
        var reached: [Stage: CivilDate] = [:]
        for stage in Stage.allCases {
            if let date = project.reached(stage), date <= day { reached[stage] = date }
        }
        self.init(
            id: project.id, seq: seq, unit: project.unitID, name: project.name, kind: project.kind,
            stage: project.stage(on: day) ?? project.stage, reached: reached, industry: project.facts.industry,
            chain: project.facts.chain,
            province: project.facts.province, eastern: project.facts.eastern, major: project.major,
            termination: project.termination.flatMap { $0.on <= day ? $0 : nil })
    }

    /// The day it started; what needs no construction starts with its production.
    public var startedOn: CivilDate? {
        reached[.started] ?? (kind.skipsConstruction ? reached[.producing] : nil)
    }

    /// 履约: landed or later, or with money.
    public var performs: Bool {
        funds > .zero || reached.contains { $0.key >= .landed }
    }

    /// `C` of `C3962`.
    public var section: String? { industry.map { String($0.prefix(1)) } }

    public func reached(atLeast stage: Stage) -> Bool { reached.contains { $0.key >= stage } }
}

/// A record that a rate divides by, on the day it belongs to.
public struct JudgedFact: Hashable, Sendable {
    /// `L-7`, `C-2`, `H-3`.
    public var id: String
    /// The event that last changed it.
    public var seq: Int64
    /// When it was received, judged, due or settled.
    public var date: CivilDate
    /// It counts above the line: valid, in time, followed, fulfilled.
    public var counts: Bool
    /// Working days from the receipt of a lead to the opinion on it; 0 elsewhere.
    public var workingDays: Int

    public init(id: String, seq: Int64, date: CivilDate, counts: Bool, workingDays: Int = 0) {
        self.id = id
        self.seq = seq
        self.date = date
        self.counts = counts
        self.workingDays = workingDays
    }
}

/// What a limit that ran out was for.
public enum LimitKind: Hashable, Sendable { case response, verdict, arbitration }
