public import Identifiers
public import WorkCalendar

/// 线索: a hint that somebody may invest, from the first call to the verdict.
public struct Lead: Hashable, Sendable, Codable {
    public var id: LeadID
    public var title: TextStub
    public var source: LeadSource
    /// Who introduced it; they are owed an answer after the verdict.
    public var introducer: TextStub?
    /// The unit that has it now.
    public var unitID: UnitID
    /// The unit that brought it in.
    public var sourceUnit: UnitID
    /// The investor that the records know; else `investor` names them.
    public var enterprise: EnterpriseID?
    public var investor: TextStub?
    public var facts: LeadFacts
    public var tier: Tier?
    /// Somebody asked for an expert's opinion: the verdict has longer.
    public var needsExpert: Bool
    public var receivedAt: Instant
    public var state: LeadState
    public var owner: OfficerID?
    /// Who brought it in; it is theirs to complete until somebody owns it.
    public var registeredBy: OfficerID?
    public var course: LeadCourse
    /// What the verdict `follow` became.
    public var project: ProjectID?
    /// The lead this one is a duplicate of.
    public var duplicateOf: LeadID?
    /// What it was before it was found to be a duplicate.
    public var stateBefore: LeadState?
    /// Where it went when it left the bureau.
    public var destination: TextStub?
    /// Shares of credit proposed with a transfer.
    public var credit: [CreditShare]
    /// What the bureau asked of leads on the day it was received; nil on a lead from before that was kept: the usual ones.
    public var requires: [LeadFact]?

    public init(
        id: LeadID, title: TextStub, source: LeadSource, introducer: TextStub? = nil, unit: UnitID,
        sourceUnit: UnitID? = nil, enterprise: EnterpriseID? = nil, investor: TextStub? = nil,
        facts: LeadFacts = LeadFacts(), tier: Tier? = nil, needsExpert: Bool = false, receivedAt: Instant,
        state: LeadState = .registered, owner: OfficerID? = nil, course: LeadCourse = LeadCourse()
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.introducer = introducer
        self.unitID = unit
        self.sourceUnit = sourceUnit ?? unit
        self.enterprise = enterprise
        self.investor = investor
        self.facts = facts
        self.tier = tier
        self.needsExpert = needsExpert
        self.receivedAt = receivedAt
        self.state = state
        self.owner = owner
        self.course = course
        self.credit = []
    }

    public var receivedOn: CivilDate { receivedAt.date }

    /// Facts that are asked for and not known, by the key that gives them. Empty: the lead is valid (K1).
    public var missingFacts: [LeadFact] { (requires ?? LeadFact.usual).filter { !$0.isKnown(of: self) } }

    /// Complete, and not another one's duplicate.
    public var isValid: Bool { state != .duplicate && missingFacts.isEmpty }
}

/// What is known of the investment. Land in hundredths of a mu, energy in tonnes of standard coal a year.
public struct LeadFacts: Hashable, Sendable, Codable {
    /// GB/T 4754 with its section letter, or the words somebody wrote.
    public var industry: String?
    public var chain: String?
    /// GB/T 2260 of where the investor comes from.
    public var region: String?
    /// ISO 3166 code of a foreign investor's country.
    public var country: String?
    public var investment: Money?
    public var foreign: ForeignAmount?
    public var land: Int64?
    public var energy: Int64?
    /// Yearly, at full capacity.
    public var output: Money?
    public var tax: Money?
    public var jobs: Int64?

    public init(
        industry: String? = nil, chain: String? = nil, region: String? = nil, country: String? = nil,
        investment: Money? = nil, foreign: ForeignAmount? = nil, land: Int64? = nil, energy: Int64? = nil,
        output: Money? = nil, tax: Money? = nil, jobs: Int64? = nil
    ) {
        self.industry = industry
        self.chain = chain
        self.region = region
        self.country = country
        self.investment = investment
        self.foreign = foreign
        self.land = land
        self.energy = energy
        self.output = output
        self.tax = tax
        self.jobs = jobs
    }

    public var isForeign: Bool { country != nil && country != "CN" || foreign != nil }
}

/// When what happened to a lead.
public struct LeadCourse: Hashable, Sendable, Codable {
    public var assignedAt: Instant?
    public var firstContactAt: Instant?
    public var screeningSince: Instant?
    public var verdict: Verdict?
    public var verdictAt: Instant?
    public var feedbackAt: Instant?
    /// The last note that counted as progress, and the line of the log it stands in.
    public var progressAt: Instant?
    public var progressEntry: EntryID?
    /// Every line with substance by those who work on it, by when it was said; nil on a lead from before they were kept:
    /// those of the log.
    public var notes: [NotedLine]?
    public var declinedOn: CivilDate?
    /// It was cultivated or declined and is screened again since then.
    public var reopenedAt: Instant?
    public var duplicateOn: CivilDate?
    /// When a ledger brought it in. What was due by then is history: it is shown, and nobody is reminded of it.
    public var importedAt: Instant?

    public init() { notes = [] }
}
