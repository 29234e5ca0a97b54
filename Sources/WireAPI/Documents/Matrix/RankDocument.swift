/// Units in the order of their scores, group by group.
public struct RankDocument: WireDocument {
    public static let schema = "zhaoshang/rank.v1"

    public var schema: String = Self.schema
    public var unit: String
    public var period: String
    public var groups: [RankGroupRecord]
    /// Full marks by indicator.
    public var marks: [RankWeight]
    /// Weights of the activity index, which add up to 1.
    public var weights: [RankWeight]

    public init(unit: String, period: String, groups: [RankGroupRecord], marks: [RankWeight], weights: [RankWeight]) {
        self.unit = unit
        self.period = period
        self.groups = groups
        self.marks = marks
        self.weights = weights
    }
}

public struct RankGroupRecord: Hashable, Sendable, Codable {
    public var group: String
    public var rows: [RankRow]

    public init(group: String, rows: [RankRow]) {
        self.group = group
        self.rows = rows
    }
}

public struct RankWeight: Hashable, Sendable, Codable {
    public var indicator: String
    public var value: Double

    public init(indicator: String, value: Double) {
        self.indicator = indicator
        self.value = value
    }
}

public struct RankRow: Hashable, Sendable, Codable {
    /// Absent for a unit that is not ranked.
    public var rank: Int?
    public var unit: String
    public var name: String
    public var score: Double?
    /// The activity index.
    public var index: Double?
    public var items: [RankItem]
    /// Points taken off.
    public var deduction: Double
    public var deductionNote: String?
    /// Places gained (+) or lost (−) since the period before.
    public var change: Int?
    /// Why it is not ranked.
    public var note: String?

    public init(
        rank: Int? = nil, unit: String, name: String, score: Double? = nil, index: Double? = nil, items: [RankItem],
        deduction: Double, deductionNote: String? = nil, change: Int? = nil, note: String? = nil
    ) {
        self.rank = rank
        self.unit = unit
        self.name = name
        self.score = score
        self.index = index
        self.items = items
        self.deduction = deduction
        self.deductionNote = deductionNote
        self.change = change
        self.note = note
    }

    enum CodingKeys: String, CodingKey {
        case rank, unit, name, score, index, items, deduction, change, note
        case deductionNote = "deduction_note"
    }
}

public struct RankItem: Hashable, Sendable, Codable {
    public var indicator: String
    public var actual: Int64
    public var target: Int64?
    /// min(full, full × actual ÷ target).
    public var points: Double?

    public init(indicator: String, actual: Int64, target: Int64? = nil, points: Double? = nil) {
        self.indicator = indicator
        self.actual = actual
        self.target = target
        self.points = points
    }
}
