/// One project with its history and what belongs to it.
public struct ProjectDocument: WireDocument {
    public static let schema = "zhaoshang/project.v1"

    public var schema: String = Self.schema
    public var project: ProjectRecord

    public init(project: ProjectRecord) { self.project = project }
}

/// A project: single values by name (`id`, `name`, `stage`, `light`, `contract_value`, `funds_verified`, …), and lists.
/// Amounts are whole yuan.
public struct ProjectRecord: Hashable, Sendable, Codable {
    public var values: [String: WireValue]
    public var credit: [ProjectCredit]
    public var history: [ProjectStep]
    public var flags: [ProjectFlag]
    public var reviews: [[String: WireValue]]
    public var agreements: [[String: WireValue]]
    public var funds: [[String: WireValue]]
    public var commitments: [[String: WireValue]]
    public var milestones: [[String: WireValue]]

    public init(
        values: [String: WireValue], credit: [ProjectCredit], history: [ProjectStep], flags: [ProjectFlag],
        reviews: [[String: WireValue]] = [], agreements: [[String: WireValue]] = [],
        funds: [[String: WireValue]] = [], commitments: [[String: WireValue]] = [],
        milestones: [[String: WireValue]] = []
    ) {
        self.values = values
        self.credit = credit
        self.history = history
        self.flags = flags
        self.reviews = reviews
        self.agreements = agreements
        self.funds = funds
        self.commitments = commitments
        self.milestones = milestones
    }

    private struct Lists: Codable {
        var credit: [ProjectCredit]
        var history: [ProjectStep]
        var flags: [ProjectFlag]
        var reviews, agreements, funds, commitments, milestones: [[String: WireValue]]
    }

    private static let lists: Set<String> = [
        "credit", "history", "flags", "reviews", "agreements", "funds", "commitments", "milestones",
    ]

    public init(from decoder: any Decoder) throws {
        let lists = try Lists(from: decoder)
        credit = lists.credit
        history = lists.history
        flags = lists.flags
        reviews = lists.reviews
        agreements = lists.agreements
        funds = lists.funds
        commitments = lists.commitments
        milestones = lists.milestones
        let container = try decoder.container(keyedBy: FieldKey.self)
        values = [:]
        for key in container.allKeys where !Self.lists.contains(key.stringValue) {
            values[key.stringValue] = try container.decode(WireValue.self, forKey: key)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        try Lists(
            credit: credit, history: history, flags: flags, reviews: reviews, agreements: agreements, funds: funds,
            commitments: commitments, milestones: milestones
        ).encode(to: encoder)
        var container = encoder.container(keyedBy: FieldKey.self)
        for (name, value) in values { try container.encode(value, forKey: FieldKey(name)) }
    }
}

/// A key that is a field of a record.
struct FieldKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

/// A unit's share of a project, in whole per cent.
public struct ProjectCredit: Hashable, Sendable, Codable {
    public var unit: String
    public var percent: Int

    public init(unit: String, percent: Int) {
        self.unit = unit
        self.percent = percent
    }
}

/// One line of a project's history. `withdrawn` marks what a correction took back.
public struct ProjectStep: Hashable, Sendable, Codable {
    public var kind: String
    public var from: String?
    public var to: String
    public var effectiveOn: String
    public var recordedAt: String
    public var by: String
    public var onBehalf: String?
    public var cosignedBy: String?
    public var evidence: [String]?
    public var reason: String?
    public var withdrawn: Bool?

    public init(
        kind: String, from: String?, to: String, effectiveOn: String, recordedAt: String, by: String,
        onBehalf: String? = nil, cosignedBy: String? = nil, evidence: [String]? = nil, reason: String? = nil,
        withdrawn: Bool? = nil
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.effectiveOn = effectiveOn
        self.recordedAt = recordedAt
        self.by = by
        self.onBehalf = onBehalf
        self.cosignedBy = cosignedBy
        self.evidence = evidence
        self.reason = reason
        self.withdrawn = withdrawn
    }

    enum CodingKeys: String, CodingKey {
        case kind, from, to, by, evidence, reason, withdrawn
        case effectiveOn = "effective_on"
        case recordedAt = "recorded_at"
        case onBehalf = "on_behalf"
        case cosignedBy = "cosigned_by"
    }
}

/// Something somebody ought to look at, with the ids that show it.
public struct ProjectFlag: Hashable, Sendable, Codable {
    public var kind: String
    public var evidence: [String]

    public init(kind: String, evidence: [String]) {
        self.kind = kind
        self.evidence = evidence
    }
}

/// Projects by number: single values, with `light`, `funds_verified` and `flags`.
public struct ProjectsDocument: WireDocument {
    public static let schema = "zhaoshang/projects.v1"

    public var schema: String = Self.schema
    public var projects: [[String: WireValue]]

    public init(projects: [[String: WireValue]]) { self.projects = projects }
}
