/// The rows behind one figure; they add up to its value.
public struct FigureExplanationDocument: WireDocument {
    public static let schema = "zhaoshang/figure-explanation.v1"

    public var schema: String = Self.schema
    public var figure: String
    public var value: Double?
    public var textZh: String?
    public var textEn: String?
    /// Unit of the value: `count`, `yuan`, `ratio`, `days`, `points`.
    public var unit: String?
    public var rows: [FigureRow]

    public init(
        figure: String, value: Double? = nil, textZh: String? = nil, textEn: String? = nil, unit: String? = nil,
        rows: [FigureRow]
    ) {
        self.figure = figure
        self.value = value
        self.textZh = textZh
        self.textEn = textEn
        self.unit = unit
        self.rows = rows
    }

    enum CodingKeys: String, CodingKey {
        case schema, figure, value, unit, rows
        case textZh = "text_zh"
        case textEn = "text_en"
    }
}

/// One fact that a figure counts.
public struct FigureRow: Hashable, Sendable, Codable {
    public var id: String
    public var kind: String
    /// What it adds, where that is not one.
    public var amount: Int64?
    public var effectiveOn: String
    public var seq: Int64
    /// The line, where the row is an entry.
    public var text: String?
    /// Whose row it is: `O-4 陈予安`.
    public var officer: String?

    public init(
        id: String, kind: String, amount: Int64? = nil, effectiveOn: String, seq: Int64, text: String? = nil,
        officer: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.amount = amount
        self.effectiveOn = effectiveOn
        self.seq = seq
        self.text = text
        self.officer = officer
    }

    enum CodingKeys: String, CodingKey {
        case id, kind, amount, seq, text, officer
        case effectiveOn = "effective_on"
    }
}
