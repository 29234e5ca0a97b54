/// The figures of two periods side by side.
public struct ReportComparisonDocument: WireDocument {
    public static let schema = "zhaoshang/report-comparison.v1"

    public var schema: String = Self.schema
    public var kind: String
    public var unit: String
    public var from: String
    public var to: String
    public var figures: [FigureComparison]

    public init(kind: String, unit: String, from: String, to: String, figures: [FigureComparison]) {
        self.kind = kind
        self.unit = unit
        self.from = from
        self.to = to
        self.figures = figures
    }
}

/// One figure in two periods. A side without a value has no key.
public struct FigureComparison: Hashable, Sendable, Codable {
    public var figure: String
    public var unit: String
    public var from: Double?
    public var to: Double?
    public var change: Double?
    /// In the language of the request.
    public var fromText: String?
    public var toText: String?

    public init(
        figure: String, unit: String, from: Double? = nil, to: Double? = nil, change: Double? = nil,
        fromText: String? = nil, toText: String? = nil
    ) {
        self.figure = figure
        self.unit = unit
        self.from = from
        self.to = to
        self.change = change
        self.fromText = fromText
        self.toText = toText
    }

    enum CodingKeys: String, CodingKey {
        case figure, unit, from, to, change
        case fromText = "from_text"
        case toText = "to_text"
    }
}
