public import Identifiers
public import WorkCalendar

/// 研判: one opinion on a lead. It is never changed; a second opinion is another one.
public struct Screening: Hashable, Sendable, Codable {
    public var id: ScreeningID
    public var lead: LeadID
    public var unitID: UnitID
    public var officer: OfficerID
    public var at: Instant
    public var card: Scorecard
    public var vetoes: [Veto]
    public var verdict: Verdict
    public var reason: TextStub?
    public var nextStep: TextStub?
    public var nextStepOn: CivilDate?

    public init(
        id: ScreeningID, lead: LeadID, unit: UnitID, officer: OfficerID, at: Instant, card: Scorecard,
        vetoes: [Veto], verdict: Verdict, reason: TextStub?, nextStep: TextStub? = nil, nextStepOn: CivilDate? = nil
    ) {
        self.id = id
        self.lead = lead
        self.unitID = unit
        self.officer = officer
        self.at = at
        self.card = card
        self.vetoes = vetoes
        self.verdict = verdict
        self.reason = reason
        self.nextStep = nextStep
        self.nextStepOn = nextStepOn
    }
}

/// 一票否决: what rules a lead out whatever its score.
public enum Veto: String, Hashable, Sendable, Codable, CaseIterable {
    case prohibitedIndustry, environment, energy, safety, dishonesty

    public init?(word: String) {
        let words: [String: Veto] = [
            "禁止类": .prohibitedIndustry, "产业": .prohibitedIndustry, "环保": .environment, "环境": .environment,
            "能耗": .energy, "安全": .safety, "失信": .dishonesty, "industry": .prohibitedIndustry,
        ]
        let wanted = word.lowercased()
        guard
            let veto = Self.allCases.first(where: { $0.rawValue.lowercased() == wanted }) ?? words[word]
                ?? words[wanted]
        else { return nil }
        self = veto
    }
}

/// The seven dimensions of a screening, each 0 to 5, with the weights that held on its day.
public struct Scorecard: Hashable, Sendable, Codable {
    public enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
        /// 产业方向, 带动本地产业, 市场, 技术, 环境, 能耗, 效益.
        case direction, promotion, market, technology, environment, energy, benefit

        public init?(word: String) {
            let words: [String: Dimension] = [
                "产业方向": .direction, "方向": .direction, "带动": .promotion, "带动本地产业": .promotion, "市场": .market,
                "技术": .technology, "环境": .environment, "环保": .environment, "能耗": .energy, "效益": .benefit,
            ]
            guard let dimension = Dimension(rawValue: word.lowercased()) ?? words[word] else { return nil }
            self = dimension
        }
    }

    /// By the dimension's word.
    public var scores: [String: Int]
    /// By the dimension's word; whole numbers, not all zero.
    public var weights: [String: Int]

    public init(scores: [String: Int], weights: [String: Int]) {
        self.scores = scores
        self.weights = weights
    }

    public static let highest = 5

    /// Dimensions that nobody scored yet.
    public var missing: [Dimension] { Dimension.allCases.filter { scores[$0.rawValue] == nil } }

    /// Out of 100: Σ weight × score ÷ (5 × Σ weight) × 100, as an exact ratio of 100.
    public var score: Ratio {
        let pairs = Dimension.allCases.map { (weights[$0.rawValue] ?? 0, scores[$0.rawValue] ?? 0) }
        let sum = pairs.reduce(0) { $0 + $1.0 * $1.1 }
        let whole = pairs.reduce(0) { $0 + $1.0 } * Self.highest
        return Ratio(numerator: Int64(sum), denominator: Int64(whole))
    }
}

extension Screening: PromotionRecord {
    public typealias Kind = ScreeningKey
    public static let noun = "screening"
    public var unit: UnitID? { unitID }

    public static let facets: [Facet<Screening>] = [
        .id("lead") { $0.lead }, .id("unit") { $0.unitID }, .id("officer") { $0.officer },
        .text("verdict") { $0.verdict.rawValue }, .date("screened_on") { $0.at.date },
    ]

    public var texts: [TextStub] { [reason, nextStep].compactMap(\.self) }

    public var fields: [RecordField] {
        Scorecard.Dimension.allCases.map { RecordField($0.rawValue, card.scores[$0.rawValue].map { String($0) }) } + [
            RecordField("score", card.score.percentNumber(decimals: 1)),
            RecordField("vetoes", vetoes.isEmpty ? nil : vetoes.map(\.rawValue).joined(separator: " ")),
            RecordField("verdict", verdict.rawValue), RecordField("reason", reason),
            RecordField("next_step", nextStep), RecordField("next_step_on", nextStepOn),
            RecordField("lead", lead), RecordField("officer", officer),
        ]
    }
}
