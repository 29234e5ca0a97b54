/// 首报首谈: a unit's claim to talk with an investor first. Amounts in whole yuan.
public struct ClaimRecord: Hashable, Sendable, Codable {
    /// A claim of another unit about the same investor, and why they are taken to be the same.
    public struct Conflict: Hashable, Sendable, Codable {
        public var claim: String
        public var ground: String

        public init(claim: String, ground: String) {
            self.claim = claim
            self.ground = ground
        }
    }

    /// A unit's share of a project, in per cent; all of them add up to 100.
    public struct Share: Hashable, Sendable, Codable {
        public var unit: String
        public var percent: Int

        public init(unit: String, percent: Int) {
            self.unit = unit
            self.percent = percent
        }
    }

    public var id: String
    public var state: String
    public var enterprise: String?
    /// Absent when erased.
    public var investor: String?
    public var chain: String?
    public var lead: String?
    public var unit: String
    public var unitName: String?
    public var officer: String
    public var officerName: String?
    /// Instant.
    public var filedAt: String
    public var threshold: String
    public var investment: Int64
    public var foreignAmount: String?
    public var evidence: String?
    /// Last day it holds without recorded activity.
    public var expiresOn: String?
    public var daysLeft: Int?
    /// 14 or 3: it ends within so many days.
    public var warning: Int?
    public var lastActivityOn: String
    public var conflicts: [Conflict]
    public var credit: [Share]
    public var decidedAt: String?
    public var decidedBy: String?
    public var reason: String?
    public var clocks: [ClockRecord]

    public init(
        id: String, state: String, unit: String, officer: String, filedAt: String, threshold: String,
        investment: Int64, lastActivityOn: String, conflicts: [Conflict], credit: [Share], clocks: [ClockRecord]
    ) {
        self.id = id
        self.state = state
        self.unit = unit
        self.officer = officer
        self.filedAt = filedAt
        self.threshold = threshold
        self.investment = investment
        self.lastActivityOn = lastActivityOn
        self.conflicts = conflicts
        self.credit = credit
        self.clocks = clocks
    }

    enum CodingKeys: String, CodingKey {
        case id, state, enterprise, investor, chain, lead, unit, officer, threshold, investment, evidence, warning
        case conflicts, credit, reason, clocks
        case unitName = "unit_name"
        case officerName = "officer_name"
        case filedAt = "filed_at"
        case foreignAmount = "foreign_amount"
        case expiresOn = "expires_on"
        case daysLeft = "days_left"
        case lastActivityOn = "last_activity_on"
        case decidedAt = "decided_at"
        case decidedBy = "decided_by"
    }
}

/// Claims, by number.
public struct ClaimsDocument: WireDocument {
    public static let schema = "zhaoshang/claims.v1"

    public var schema: String = Self.schema
    public var claims: [ClaimRecord]

    public init(claims: [ClaimRecord]) { self.claims = claims }
}

/// One claim with its course.
public struct ClaimDocument: WireDocument {
    public static let schema = "zhaoshang/claim.v1"

    public var schema: String = Self.schema
    public var claim: ClaimRecord
    public var history: [HistoryRecord]

    public init(claim: ClaimRecord, history: [HistoryRecord]) {
        self.claim = claim
        self.history = history
    }
}
