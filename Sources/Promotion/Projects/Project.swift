public import Identifiers
public import WorkCalendar

/// 项目: an investment that the bureau brings from talks to full capacity.
public struct Project: Hashable, Sendable, Codable {
    public var id: ProjectID
    public var name: TextStub
    /// The unit that leads it: its count goes there.
    public var unitID: UnitID
    public var kind: ProjectKind
    public var facts: ProjectFacts
    public var people: ProjectPeople
    public var lead: LeadID?
    /// The investor that the records know.
    public var enterprise: EnterpriseID?
    /// The company founded here for it, by its record or its code.
    public var localEnterprise: EnterpriseID?
    public var localCode: USCC?
    public var investors: [Investor]
    /// Shares of credit; empty: all of it is the unit's.
    public var credit: [CreditShare]
    /// Why it was entered without a lead's verdict.
    public var entryReason: TextStub?
    /// At least as large as the setting asks for, or of tier A.
    public var major: Bool
    /// Where the project stands on its path, suspended or not.
    public var stage: Stage
    public var steps: [StageStep]
    /// A step that waits for a second person.
    public var pending: PendingAdvance?
    public var suspension: Suspension?
    public var termination: Termination?
    /// Σ of what its agreements count.
    public var contractValue: Money

    public init(
        id: ProjectID, name: TextStub, unit: UnitID, kind: ProjectKind, facts: ProjectFacts = ProjectFacts(),
        people: ProjectPeople = ProjectPeople(), lead: LeadID? = nil, enterprise: EnterpriseID? = nil,
        localEnterprise: EnterpriseID? = nil, investors: [Investor] = [], credit: [CreditShare] = [],
        entryReason: TextStub? = nil, major: Bool = false, stage: Stage = .negotiating, steps: [StageStep] = [],
        contractValue: Money = .zero
    ) {
        self.id = id
        self.name = name
        self.unitID = unit
        self.kind = kind
        self.facts = facts
        self.people = people
        self.lead = lead
        self.enterprise = enterprise
        self.localEnterprise = localEnterprise
        self.investors = investors
        self.credit = credit
        self.entryReason = entryReason
        self.major = major
        self.stage = stage
        self.steps = steps
        self.contractValue = contractValue
    }

    public var standing: ProjectStanding {
        if termination != nil { return .terminated }
        return suspension == nil ? .active : .suspended
    }

    /// The shares that hold, which always add up to 100.
    public var effectiveCredit: [CreditShare] {
        credit.isEmpty ? [CreditShare(unit: unitID, percent: 100)] : credit
    }

    /// The step by which it first came to a stage, as corrections left it.
    public func step(reaching stage: Stage) -> StageStep? {
        steps.first { $0.to == stage && $0.reaches }
    }

    public func reached(_ stage: Stage) -> CivilDate? { step(reaching: stage)?.date }

    /// No step may take effect before it.
    public var lastDate: CivilDate? { steps.filter { !$0.withdrawn }.map(\.date).max() }
}

/// What is known of the investment. Land in hundredths of a mu, energy in tonnes of standard coal a year.
public struct ProjectFacts: Hashable, Sendable, Codable {
    /// GB/T 4754 with its section letter: `C3962`.
    public var industry: String?
    public var chain: String?
    /// GB/T 2260 of where it comes from.
    public var origin: String?
    /// The origin is one of the eastern provinces.
    public var eastern: Bool
    /// ISO 3166 code of a foreign investor's country.
    public var country: String?
    public var plannedTotal: Money?
    public var plannedFixed: Money?
    public var foreign: ForeignAmount?
    public var land: Int64?
    public var energy: Int64?
    public var environment: TextStub?
    /// Yearly, at full capacity.
    public var output: Money?
    public var tax: Money?
    public var jobs: Int64?
    /// `A`, `B`, `C`.
    public var tier: String?
    public var park: String?
    /// When each stage is planned, by the stage's word.
    public var planned: [String: CivilDate]

    public init(
        industry: String? = nil, chain: String? = nil, origin: String? = nil, eastern: Bool = false,
        country: String? = nil, plannedTotal: Money? = nil, plannedFixed: Money? = nil,
        foreign: ForeignAmount? = nil, land: Int64? = nil, energy: Int64? = nil, environment: TextStub? = nil,
        output: Money? = nil, tax: Money? = nil, jobs: Int64? = nil, tier: String? = nil, park: String? = nil,
        planned: [String: CivilDate] = [:]
    ) {
        self.industry = industry
        self.chain = chain
        self.origin = origin
        self.eastern = eastern
        self.country = country
        self.plannedTotal = plannedTotal
        self.plannedFixed = plannedFixed
        self.foreign = foreign
        self.land = land
        self.energy = energy
        self.environment = environment
        self.output = output
        self.tax = tax
        self.jobs = jobs
        self.tier = tier
        self.park = park
        self.planned = planned
    }

    public func planned(_ stage: Stage) -> CivilDate? { planned[stage.rawValue] }

    /// `C` of `C3962`.
    public var section: String? { industry.map { String($0.prefix(1)) } }

    /// `310000` of `310115`.
    public var province: String? { origin.map { String($0.prefix(2)) + "0000" } }
}

/// Who works on it.
public struct ProjectPeople: Hashable, Sendable, Codable {
    public var manager: OfficerID?
    /// 代办员.
    public var agent: OfficerID?
    /// 挂帅领导.
    public var leader: OfficerID?

    public init(manager: OfficerID? = nil, agent: OfficerID? = nil, leader: OfficerID? = nil) {
        self.manager = manager
        self.agent = agent
        self.leader = leader
    }
}

/// A step that somebody entered and a supervisor has yet to sign too: a signing, or a start shown by photographs.
public struct PendingAdvance: Hashable, Sendable, Codable {
    public var to: Stage
    public var date: CivilDate
    public var requestedBy: ActingPerson
    public var requestedAt: Instant
    public var officer: OfficerID?
    public var evidence: [String]

    public init(
        to: Stage, date: CivilDate, requestedBy: ActingPerson, requestedAt: Instant, officer: OfficerID?,
        evidence: [String]
    ) {
        self.to = to
        self.date = date
        self.requestedBy = requestedBy
        self.requestedAt = requestedAt
        self.officer = officer
        self.evidence = evidence
    }
}

/// 暂缓.
public struct Suspension: Hashable, Sendable, Codable {
    public var from: CivilDate
    /// When it is looked at again.
    public var reviewOn: CivilDate
    public var reason: TextStub

    public init(from: CivilDate, reviewOn: CivilDate, reason: TextStub) {
        self.from = from
        self.reviewOn = reviewOn
        self.reason = reason
    }
}

/// 终止.
public struct Termination: Hashable, Sendable, Codable {
    public var on: CivilDate
    public var reason: TerminationReason
    public var note: TextStub?
    /// Where the project went, when it was lost to somebody.
    public var destination: String?

    public init(on: CivilDate, reason: TerminationReason, note: TextStub? = nil, destination: String? = nil) {
        self.on = on
        self.reason = reason
        self.note = note
        self.destination = destination
    }
}
