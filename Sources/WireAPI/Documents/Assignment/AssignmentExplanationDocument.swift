/// Who gets a lead, or got it, and everybody who was looked at.
public struct AssignmentExplanationDocument: WireDocument {
    public static let schema = "zhaoshang/assignment.v1"

    public var schema: String = Self.schema
    public var lead: String
    public var officer: String
    public var officerName: String?
    public var unit: String
    /// `owner`, `claim`, `rule`, `unit`, `duty`, `named`, `batch`.
    public var step: String
    /// The rule as it is written, or the claim.
    public var rule: String?
    /// Nobody was left in the regular way.
    public var alarm: Bool
    public var candidates: [AssignmentCandidateRecord]
    /// Cost of the pair in a batch.
    public var cost: Int64?
    public var terms: [AssignmentTermRecord]?
    /// The cheapest other officer of a batch.
    public var next: AssignmentNextRecord?
    /// Absent when it is only simulated.
    public var id: String?
    public var at: String?
    public var by: String?
    public var previous: String?
    public var reason: String?

    public init(
        lead: String, officer: String, officerName: String? = nil, unit: String, step: String, rule: String? = nil,
        alarm: Bool, candidates: [AssignmentCandidateRecord]
    ) {
        self.lead = lead
        self.officer = officer
        self.officerName = officerName
        self.unit = unit
        self.step = step
        self.rule = rule
        self.alarm = alarm
        self.candidates = candidates
    }

    enum CodingKeys: String, CodingKey {
        case schema, lead, officer, unit, step, rule, alarm, candidates, cost, terms, next, id, at, by, previous, reason
        case officerName = "officer_name"
    }
}

/// One officer whom a decision looked at.
public struct AssignmentCandidateRecord: Hashable, Sendable, Codable {
    public var officer: String
    public var officerName: String?
    public var kept: Bool
    /// Stable word: `onLeave`, `atCapacity`, `leastLoaded`, ….
    public var reason: String
    /// The reason in the language of the request, with the days of the leave or the skill that is missing.
    public var text: String
    public var load: Int
    public var capacity: Int
    /// What the choice went by: load ÷ capacity as a decimal of 1, in a batch the cost of the pair.
    public var score: Double?

    public init(
        officer: String, officerName: String? = nil, kept: Bool, reason: String, text: String, load: Int,
        capacity: Int, score: Double? = nil
    ) {
        self.officer = officer
        self.officerName = officerName
        self.kept = kept
        self.reason = reason
        self.text = text
        self.load = load
        self.capacity = capacity
        self.score = score
    }

    enum CodingKeys: String, CodingKey {
        case officer, kept, reason, text, load, capacity, score
        case officerName = "officer_name"
    }
}

/// One weighted part of a pair's cost.
public struct AssignmentTermRecord: Hashable, Sendable, Codable {
    public var name: String
    public var cost: Int64

    public init(name: String, cost: Int64) {
        self.name = name
        self.cost = cost
    }
}

public struct AssignmentNextRecord: Hashable, Sendable, Codable {
    public var officer: String
    public var cost: Int64

    public init(officer: String, cost: Int64) {
        self.officer = officer
        self.cost = cost
    }
}
