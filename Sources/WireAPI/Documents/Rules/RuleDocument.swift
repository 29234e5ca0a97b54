/// One rule with all its wordings.
public struct RuleDocument: WireDocument {
    public static let schema = "zhaoshang/rule.v1"

    public var schema: String = Self.schema
    public var rule: RuleRecord
    public var revisions: [RuleRevisionRecord]
    public var history: [HistoryRecord]
    /// Absent where nobody ever paused it.
    public var pauses: [RulePauseRecord]?
    /// The newest period that has tasks.
    public var watermark: String?

    public init(
        rule: RuleRecord, revisions: [RuleRevisionRecord], history: [HistoryRecord],
        pauses: [RulePauseRecord]? = nil, watermark: String? = nil
    ) {
        self.watermark = watermark
        self.rule = rule
        self.revisions = revisions
        self.history = history
        self.pauses = pauses
    }
}

/// Periods for which a rule asks nothing.
public struct RulePauseRecord: Hashable, Sendable, Codable {
    public var from: String
    /// Absent while it lasts.
    public var until: String?
    /// `skip`, `fill` or `latest`, when somebody resumed the rule.
    public var policy: String?
    public var reason: String?

    public init(from: String, until: String? = nil, policy: String? = nil, reason: String? = nil) {
        self.reason = reason
        self.from = from
        self.until = until
        self.policy = policy
    }
}

/// One wording of a rule, which holds from a period until the next one's.
public struct RuleRevisionRecord: Hashable, Sendable, Codable {
    public var number: Int
    public var from: String
    public var due: String
    public var draft: String?
    public var comments: String?
    public var freeze: String?
    public var agendaMinutesBefore: Int?
    public var wait: String
    public var catchUp: String
    public var ladder: [String]

    public init(
        number: Int, from: String, due: String, draft: String? = nil, comments: String? = nil,
        freeze: String? = nil, agendaMinutesBefore: Int? = nil, wait: String, catchUp: String, ladder: [String]
    ) {
        self.number = number
        self.from = from
        self.due = due
        self.draft = draft
        self.comments = comments
        self.freeze = freeze
        self.agendaMinutesBefore = agendaMinutesBefore
        self.wait = wait
        self.catchUp = catchUp
        self.ladder = ladder
    }

    enum CodingKeys: String, CodingKey {
        case number, from, due, draft, comments, freeze, wait, ladder
        case agendaMinutesBefore = "agenda_minutes_before"
        case catchUp = "catch_up"
    }
}
