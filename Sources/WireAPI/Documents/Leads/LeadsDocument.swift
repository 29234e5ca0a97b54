/// 线索: a hint that somebody may invest. Amounts in whole yuan, land in mu, energy in tonnes of standard coal a year.
public struct LeadRecord: Hashable, Sendable, Codable {
    public var id: String
    /// Absent when erased.
    public var title: String?
    public var state: String
    public var source: String
    public var introducer: String?
    public var owner: String?
    public var ownerName: String?
    public var unit: String
    public var unitName: String?
    public var sourceUnit: String?
    public var enterprise: String?
    public var investor: String?
    public var industry: String?
    public var chain: String?
    public var region: String?
    public var country: String?
    public var estimatedInvestment: Int64?
    public var foreignAmount: String?
    public var land: String?
    public var energy: Int64?
    public var output: Int64?
    public var tax: Int64?
    public var jobs: Int64?
    public var tier: String?
    public var expert: Bool?
    /// Instants.
    public var receivedAt: String
    /// When a ledger brought it in.
    public var importedAt: String?
    public var assignedAt: String?
    public var firstContactAt: String?
    public var screeningSince: String?
    public var verdict: String?
    public var verdictAt: String?
    public var feedbackAt: String?
    public var progressAt: String?
    public var project: String?
    public var duplicateOf: String?
    public var destination: String?
    /// Keys of the facts that are still missing for a verdict.
    public var missing: [String]
    public var clocks: [ClockRecord]
    /// An obligation ran out so long ago that another officer is proposed.
    public var reassignmentProposed: Bool?

    public init(
        id: String, title: String?, state: String, source: String, unit: String, receivedAt: String, missing: [String],
        clocks: [ClockRecord]
    ) {
        self.id = id
        self.title = title
        self.state = state
        self.source = source
        self.unit = unit
        self.receivedAt = receivedAt
        self.missing = missing
        self.clocks = clocks
    }

    enum CodingKeys: String, CodingKey {
        case id, title, state, source, introducer, owner, unit, enterprise, investor, industry, chain, region, country
        case land, energy, output, tax, jobs, tier, expert, verdict, project, destination, missing, clocks
        case ownerName = "owner_name"
        case unitName = "unit_name"
        case sourceUnit = "source_unit"
        case estimatedInvestment = "estimated_investment"
        case foreignAmount = "foreign_amount"
        case receivedAt = "received_at"
        case importedAt = "imported_at"
        case assignedAt = "assigned_at"
        case firstContactAt = "first_contact_at"
        case screeningSince = "screening_since"
        case verdictAt = "verdict_at"
        case feedbackAt = "feedback_at"
        case progressAt = "progress_at"
        case duplicateOf = "duplicate_of"
        case reassignmentProposed = "reassignment_proposed"
    }
}

/// Something that must happen within a limit.
public struct ClockRecord: Hashable, Sendable, Codable {
    public var task: String
    /// `respond`, `verdict`; from the second on with its turn: `progress.2`.
    public var name: String
    /// Instant.
    public var dueAt: String
    public var state: String
    public var provisional: Bool
    /// Steps of the ladder passed after the limit.
    public var overdueLevel: Int

    public init(task: String, name: String, dueAt: String, state: String, provisional: Bool, overdueLevel: Int) {
        self.task = task
        self.name = name
        self.dueAt = dueAt
        self.state = state
        self.provisional = provisional
        self.overdueLevel = overdueLevel
    }

    enum CodingKeys: String, CodingKey {
        case task, name, state, provisional
        case dueAt = "due_at"
        case overdueLevel = "overdue_level"
    }
}

/// Leads, newest first.
public struct LeadsDocument: WireDocument {
    public static let schema = "zhaoshang/leads.v1"

    public var schema: String = Self.schema
    public var leads: [LeadRecord]

    public init(leads: [LeadRecord]) { self.leads = leads }
}
