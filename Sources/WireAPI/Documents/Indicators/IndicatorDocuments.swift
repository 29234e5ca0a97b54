/// What `zs indicator eval` answers.
public struct IndicatorEvaluationDocument: WireDocument {
    public static let schema = "zhaoshang/indicator-evaluation.v1"

    public var schema: String = Self.schema
    /// The figure key: `K7.rate`.
    public var indicator: String
    /// Shares are decimals of 1, points are percentage points; absent when a denominator is zero.
    public var value: Double?
    public var textZh: String
    public var textEn: String

    public init(indicator: String, value: Double? = nil, textZh: String, textEn: String) {
        self.indicator = indicator
        self.value = value
        self.textZh = textZh
        self.textEn = textEn
    }

    enum CodingKeys: String, CodingKey {
        case schema, indicator, value
        case textZh = "text_zh"
        case textEn = "text_en"
    }
}

/// Indicators and what they mean.
public struct IndicatorsDocument: WireDocument {
    public static let schema = "zhaoshang/indicators.v1"

    public var schema: String = Self.schema
    public var indicators: [IndicatorRecord]

    public init(indicators: [IndicatorRecord]) {
        self.indicators = indicators
    }
}

/// One figure key.
public struct IndicatorRecord: Hashable, Sendable, Codable {
    /// `K7.rate`.
    public var key: String
    /// `K7`.
    public var code: String
    public var nameZh: String
    public var nameEn: String
    /// `count`, `yuan`, `ratio`, `points`, `days`, `score`.
    public var unit: String
    /// Which way is better: `higher`, `lower`, `neutral`.
    public var direction: String
    public var formula: String?
    public var definitionZh: String
    public var definitionEn: String
    /// Where the numbers come from: `postings`, `cohort`, `tasks`, `figures`, `observed`.
    public var source: String
    public var aliases: [String]

    public init(
        key: String, code: String, nameZh: String, nameEn: String, unit: String, direction: String,
        formula: String? = nil, definitionZh: String, definitionEn: String, source: String, aliases: [String]
    ) {
        self.key = key
        self.code = code
        self.nameZh = nameZh
        self.nameEn = nameEn
        self.unit = unit
        self.direction = direction
        self.formula = formula
        self.definitionZh = definitionZh
        self.definitionEn = definitionEn
        self.source = source
        self.aliases = aliases
    }

    enum CodingKeys: String, CodingKey {
        case key, code, unit, direction, formula, source, aliases
        case nameZh = "name_zh"
        case nameEn = "name_en"
        case definitionZh = "definition_zh"
        case definitionEn = "definition_en"
    }
}
