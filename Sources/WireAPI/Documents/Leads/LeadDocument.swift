/// 研判: one opinion on a lead.
public struct ScreeningRecord: Hashable, Sendable, Codable {
    public var id: String
    public var officer: String
    public var officerName: String?
    /// Instant.
    public var at: String
    /// 0 to 5 by dimension.
    public var scores: [String: Int]
    public var weights: [String: Int]
    /// Out of 1, weighted.
    public var score: Double?
    /// Out of 100, one decimal.
    public var scoreText: String?
    public var vetoes: [String]
    public var verdict: String
    public var reason: String?
    public var nextStep: String?
    public var nextStepOn: String?

    public init(
        id: String, officer: String, officerName: String?, at: String, scores: [String: Int], weights: [String: Int],
        score: Double?, scoreText: String?, vetoes: [String], verdict: String, reason: String?, nextStep: String?,
        nextStepOn: String?
    ) {
        self.id = id
        self.officer = officer
        self.officerName = officerName
        self.at = at
        self.scores = scores
        self.weights = weights
        self.score = score
        self.scoreText = scoreText
        self.vetoes = vetoes
        self.verdict = verdict
        self.reason = reason
        self.nextStep = nextStep
        self.nextStepOn = nextStepOn
    }

    enum CodingKeys: String, CodingKey {
        case id, officer, at, scores, weights, score, vetoes, verdict, reason
        case officerName = "officer_name"
        case scoreText = "score_text"
        case nextStep = "next_step"
        case nextStepOn = "next_step_on"
    }
}

/// One lead with its screenings, the lines of the log that tell of it, and its course.
public struct LeadDocument: WireDocument {
    public static let schema = "zhaoshang/lead.v1"

    public var schema: String = Self.schema
    public var lead: LeadRecord
    public var screenings: [ScreeningRecord]
    public var lines: [EntryRecord]
    public var history: [HistoryRecord]

    public init(lead: LeadRecord, screenings: [ScreeningRecord], lines: [EntryRecord], history: [HistoryRecord]) {
        self.lead = lead
        self.screenings = screenings
        self.lines = lines
        self.history = history
    }
}
