public import Identifiers
public import WorkCalendar

/// 首报首谈: a unit's claim to talk with an enterprise first.
public struct FirstTalkClaim: Hashable, Sendable, Codable {
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        case pending, active, extended, lapsed, released, arbitrated

        /// The claim holds.
        public var holds: Bool { self == .active || self == .extended }
        /// It may still come to hold.
        public var isLive: Bool { holds || self == .pending }
    }

    /// Which threshold the investment passes.
    public enum ThresholdClass: String, Hashable, Sendable, Codable, CaseIterable {
        case domestic, foreign
    }

    public var id: ClaimID
    /// The investor that the records know; else `investor` names them.
    public var enterprise: EnterpriseID?
    public var investor: TextStub?
    public var chain: String?
    public var lead: LeadID?
    public var unitID: UnitID
    public var officer: OfficerID
    public var filedAt: Instant
    public var threshold: ThresholdClass
    public var investment: Money
    public var foreign: ForeignAmount?
    public var evidence: TextStub?
    public var state: State
    /// Last day it holds without recorded activity.
    public var expiresOn: CivilDate?
    /// The last recorded activity, or the day it came to hold.
    public var lastActivityOn: CivilDate
    /// Since when it holds; nil while it waits, and on a claim from before the day was kept: that of its filing.
    public var heldFrom: CivilDate?
    /// To which day somebody extended it.
    public var extendedUntil: CivilDate?
    public var conflicts: [ClaimConflict]
    /// How an arbitration decided: whose it is, the shares, by whom.
    public var credit: [CreditShare]
    public var decidedAt: Instant?
    public var decidedBy: OfficerID?
    public var reason: TextStub?
    /// Of a claim that met another: who is right is to be decided by then.
    public var arbitrationDueAt: Instant?

    public init(
        id: ClaimID, enterprise: EnterpriseID?, investor: TextStub? = nil, chain: String?, lead: LeadID?, unit: UnitID,
        officer: OfficerID,
        filedAt: Instant, threshold: ThresholdClass, investment: Money, foreign: ForeignAmount? = nil,
        evidence: TextStub?, state: State, expiresOn: CivilDate?, conflicts: [ClaimConflict]
    ) {
        self.id = id
        self.enterprise = enterprise
        self.investor = investor
        self.chain = chain
        self.lead = lead
        self.unitID = unit
        self.officer = officer
        self.filedAt = filedAt
        self.threshold = threshold
        self.investment = investment
        self.foreign = foreign
        self.evidence = evidence
        self.state = state
        self.expiresOn = expiresOn
        self.lastActivityOn = filedAt.date
        self.conflicts = conflicts
        self.credit = []
    }
}

/// Another unit's claim that stands in the way, and why the two are about the same investor.
public struct ClaimConflict: Hashable, Sendable, Codable {
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case sameEnterprise, sameCode, sameGroup, formerName, similarName
    }

    public var claim: ClaimID
    public var ground: Ground

    public init(claim: ClaimID, ground: Ground) {
        self.claim = claim
        self.ground = ground
    }
}

extension FirstTalkClaim: PromotionRecord {
    public typealias Kind = ClaimKey
    public static let noun = "claim"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<FirstTalkClaim>] = [
        .id("enterprise") { $0.enterprise }, .text("chain") { $0.chain }, .id("lead") { $0.lead },
        .id("unit") { $0.unitID }, .id("officer") { $0.officer }, .text("state") { $0.state.rawValue },
        .number("investment") { $0.investment.yuan }, .date("filed_on") { $0.filedAt.date },
        .date("expires_on") { $0.expiresOn },
        .flag("in_conflict") { !$0.conflicts.isEmpty }, .instant("arbitration_due_at") { $0.arbitrationDueAt },
        .instant("decided_at") { $0.decidedAt }, .date("decided_on") { $0.decidedAt?.date },
    ]

    public var texts: [TextStub] { [investor, evidence, reason].compactMap(\.self) }

    public var fields: [RecordField] {
        [
            RecordField("state", state.rawValue), RecordField("enterprise", enterprise),
            RecordField("investor", investor), RecordField("chain", chain),
            RecordField("lead", lead), RecordField("unit", unitID), RecordField("officer", officer),
            RecordField("filed_at", filedAt.iso8601), RecordField("threshold", threshold.rawValue),
            RecordField("investment", investment.yuan), RecordField("foreign_amount", foreign),
            RecordField("evidence", evidence), RecordField("expires_on", expiresOn),
            RecordField(
                "conflicts",
                conflicts.isEmpty
                    ? nil : conflicts.map { "\($0.claim)=\($0.ground.rawValue)" }.joined(separator: " ")),
            RecordField(
                "credit", credit.isEmpty ? nil : credit.map { "\($0.unit)=\($0.percent)" }.joined(separator: " ")),
            RecordField("decided_by", decidedBy), RecordField("reason", reason),
        ]
    }
}
