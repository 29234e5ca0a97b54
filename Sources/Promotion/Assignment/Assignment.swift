public import Identifiers
public import WorkCalendar

/// 分派: who got a lead, by which step, and everybody who was looked at. Never changed: another assignment follows.
public struct Assignment: Hashable, Sendable, Codable {
    /// By what an officer was found.
    public enum Step: String, Hashable, Sendable, Codable, CaseIterable {
        /// The owner of the enterprise or its group.
        case owner
        /// The unit of the active first-talk claim.
        case claim
        /// The first rule of the table that fits.
        case rule
        /// No rule fits: the unit that brought the lead.
        case unit
        /// Nobody was left: the officer on duty, and an alarm.
        case duty
        /// Somebody named the officer.
        case named
        /// The optimum over many leads.
        case batch
    }

    public var id: AssignmentID
    public var lead: LeadID
    public var officer: OfficerID
    /// The officer's unit, which answers for the lead from now on.
    public var unitID: UnitID
    public var previous: OfficerID?
    public var step: Step
    /// The rule as it is written, or the claim's id.
    public var rule: String?
    public var candidates: [AssignmentCandidate]
    /// What the pair costs in a batch, term by term.
    public var terms: [AssignmentTerm]
    /// Nobody was left in the regular way; somebody has to look.
    public var alarm: Bool
    public var reason: TextStub?
    public var at: Instant
    public var by: OfficerID?

    public init(
        id: AssignmentID, lead: LeadID, officer: OfficerID, unit: UnitID, previous: OfficerID? = nil, step: Step,
        rule: String? = nil, candidates: [AssignmentCandidate], terms: [AssignmentTerm] = [], alarm: Bool,
        reason: TextStub? = nil, at: Instant, by: OfficerID? = nil
    ) {
        self.id = id
        self.lead = lead
        self.officer = officer
        self.unitID = unit
        self.previous = previous
        self.step = step
        self.rule = rule
        self.candidates = candidates
        self.terms = terms
        self.alarm = alarm
        self.reason = reason
        self.at = at
        self.by = by
    }
}

/// One weighted part of the cost of a pair.
public struct AssignmentTerm: Hashable, Sendable, Codable {
    public var name: String
    /// Weight × value.
    public var cost: Int64

    public init(_ name: String, _ cost: Int64) {
        self.name = name
        self.cost = cost
    }
}

extension Assignment: PromotionRecord {
    public typealias Kind = AssignmentKey
    public static let noun = "assignment"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Assignment>] = [
        .id("unit") { $0.unitID }, .id("lead") { $0.lead }, .id("officer") { $0.officer },
        .text("step") { $0.step.rawValue }, .flag("alarm") { $0.alarm }, .instant("at") { $0.at },
    ]

    public var texts: [TextStub] { [reason].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("lead", lead), RecordField("officer", officer), RecordField("unit", unitID),
            RecordField("previous", previous), RecordField("step", step.rawValue), RecordField("rule", rule),
            RecordField("alarm", alarm ? "true" : nil), RecordField("reason", reason),
        ]
    }
}
