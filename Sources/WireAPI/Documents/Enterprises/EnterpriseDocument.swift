/// An enterprise, as one that was merged into another is shown: as the other.
public struct EnterpriseRecord: Hashable, Sendable, Codable {
    public var id: String
    public var name: String
    public var nameEn: String?
    public var uscc: String?
    /// The organisation code's own check (GB 11714) does not hold; issued codes exist where it does not.
    public var warning: String?
    public var country: String?
    public var registration: String?
    public var formerNames: [String]
    public var parent: String?
    public var division: String?
    public var industry: String?
    public var tags: [String]
    public var settled: Bool
    public var research: Bool
    /// Of a candidate: from 0 to 1, and `code`, `name`, `former_name` or `contains`.
    public var score: Double?
    public var reason: String?

    public init(
        id: String, name: String, nameEn: String? = nil, uscc: String? = nil, warning: String? = nil,
        country: String? = nil, registration: String? = nil, formerNames: [String] = [], parent: String? = nil,
        division: String? = nil, industry: String? = nil, tags: [String] = [], settled: Bool = false,
        research: Bool = false, score: Double? = nil, reason: String? = nil
    ) {
        self.id = id
        self.name = name
        self.nameEn = nameEn
        self.uscc = uscc
        self.warning = warning
        self.country = country
        self.registration = registration
        self.formerNames = formerNames
        self.parent = parent
        self.division = division
        self.industry = industry
        self.tags = tags
        self.settled = settled
        self.research = research
        self.score = score
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey {
        case id, name, uscc, warning, country, registration, parent, division, industry, tags, settled, research
        case score, reason
        case nameEn = "name_en"
        case formerNames = "former_names"
    }
}

/// One enterprise with its course.
public struct EnterpriseDocument: WireDocument {
    public static let schema = "zhaoshang/enterprise.v1"

    public var schema: String = Self.schema
    public var enterprise: EnterpriseRecord
    public var history: [HistoryRecord]

    public init(enterprise: EnterpriseRecord, history: [HistoryRecord]) {
        self.enterprise = enterprise
        self.history = history
    }
}

/// Enterprises by number; candidates of a search nearest first.
public struct EnterprisesDocument: WireDocument {
    public static let schema = "zhaoshang/enterprises.v1"

    public var schema: String = Self.schema
    public var enterprises: [EnterpriseRecord]

    public init(enterprises: [EnterpriseRecord]) {
        self.enterprises = enterprises
    }
}
