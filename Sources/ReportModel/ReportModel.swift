public import Labels

/// A report as plain values: every format of it is laid out from these and from nothing else.
///
/// Texts carry both languages, so one frozen report can be printed in either. Text that people typed is never stored in
/// here: a `TextReference` stands for it, so that a person's words can be erased while the report's hash stays valid.
public struct Report: Hashable, Sendable, Codable {
    public var kind: String
    /// `U-3`.
    public var unit: String
    public var unitName: Phrase
    /// The text key of the period: `2026-09`, `2026-W48`.
    public var period: String
    /// Set when the issue covers more than its own period: the first of an unbroken run of periods without a working day.
    public var coversFrom: String?
    public var state: ReportState
    public var asOfSeq: Int64
    public var asOf: String
    /// Number of the code that derived the figures and words.
    public var engine: Int
    public var hash: String?
    public var previousHash: String?
    public var version: Int
    public var title: Phrase
    public var sections: [Section]
    public var figures: [String: Figure]

    public init(
        kind: String, unit: String, unitName: Phrase, period: String, coversFrom: String? = nil, state: ReportState,
        asOfSeq: Int64, asOf: String, engine: Int, hash: String? = nil, previousHash: String? = nil, version: Int = 1,
        title: Phrase, sections: [Section], figures: [String: Figure]
    ) {
        self.kind = kind
        self.unit = unit
        self.unitName = unitName
        self.period = period
        self.coversFrom = coversFrom
        self.state = state
        self.asOfSeq = asOfSeq
        self.asOf = asOf
        self.engine = engine
        self.hash = hash
        self.previousHash = previousHash
        self.version = version
        self.title = title
        self.sections = sections
        self.figures = figures
    }

    enum CodingKeys: String, CodingKey {
        case kind, unit, period, state, engine, hash, version, title, sections, figures
        case unitName = "unit_name"
        case coversFrom = "covers_from"
        case asOfSeq = "as_of_seq"
        case asOf = "as_of"
        case previousHash = "previous_hash"
    }
}

public enum ReportState: String, Hashable, Sendable, Codable {
    case draft, submitted, frozen
}

/// One number of a report. `value` is absent when it does not exist (a zero denominator), never zero instead.
public struct Figure: Hashable, Sendable, Codable {
    public enum Unit: String, Hashable, Sendable, Codable {
        /// A count of things.
        case count
        /// Whole yuan.
        case yuan
        /// A decimal of 1.
        case ratio
        /// Working days.
        case days
        /// Percentage points.
        case points
        /// A mark or an index.
        case score
    }

    public var value: Double?
    public var unit: Unit
    public var textZh: String
    public var textEn: String
    /// The indicator of domain.md this figure belongs to (`K13`), where it is one.
    public var indicator: String?
    public var previous: Double?
    public var samePeriodLastYear: Double?
    public var target: Double?

    public init(
        value: Double?, unit: Unit, text: Phrase, indicator: String? = nil, previous: Double? = nil,
        samePeriodLastYear: Double? = nil, target: Double? = nil
    ) {
        self.value = value
        self.unit = unit
        self.textZh = text.zh
        self.textEn = text.en
        self.indicator = indicator
        self.previous = previous
        self.samePeriodLastYear = samePeriodLastYear
        self.target = target
    }

    public var text: Phrase { Phrase(zh: textZh, en: textEn) }

    enum CodingKeys: String, CodingKey {
        case value, unit, indicator, previous, target
        case textZh = "text_zh"
        case textEn = "text_en"
        case samePeriodLastYear = "same_period_last_year"
    }
}

public struct Section: Hashable, Sendable, Codable {
    public var heading: Phrase
    public var blocks: [Block]

    public init(heading: Phrase, blocks: [Block]) {
        self.heading = heading
        self.blocks = blocks
    }
}

public enum Block: Hashable, Sendable {
    case paragraph(Text)
    /// Figures shown large, in order; keys into `Report.figures`.
    case cards([Card])
    case table(Table)
    case chart(Chart)
    case list([Text])
    case note(Text)
}

public struct Card: Hashable, Sendable, Codable {
    public var label: Phrase
    public var figure: String
    /// Twelve or fewer earlier values, oldest first, for a sparkline.
    public var trend: [Double]

    public init(label: Phrase, figure: String, trend: [Double] = []) {
        self.label = label
        self.figure = figure
        self.trend = trend
    }
}

public struct Table: Hashable, Sendable, Codable {
    public enum Alignment: String, Hashable, Sendable, Codable { case start, end }

    public struct Column: Hashable, Sendable, Codable {
        public var title: Phrase
        public var alignment: Alignment

        public init(_ title: Phrase, _ alignment: Alignment = .start) {
            self.title = title
            self.alignment = alignment
        }
    }

    public var caption: Phrase?
    public var columns: [Column]
    public var rows: [[Text]]
    public var footnote: Phrase?

    public init(caption: Phrase? = nil, columns: [Column], rows: [[Text]], footnote: Phrase? = nil) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footnote = footnote
    }
}

public struct Chart: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case bar, stackedBar, line, sparkline, bullet, funnel, heatMap, histogram, donut
    }

    public struct Series: Hashable, Sendable, Codable {
        public var name: Phrase
        public var values: [Double?]

        public init(name: Phrase, values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    public var kind: Kind
    public var title: Phrase
    public var description: Phrase
    public var unit: Figure.Unit
    public var categories: [Phrase]
    public var series: [Series]
    /// A table beside it has the same numbers and more, so formats that show a chart as a table leave it out.
    public var isBesideTable: Bool?

    public init(
        kind: Kind, title: Phrase, description: Phrase, unit: Figure.Unit, categories: [Phrase], series: [Series],
        besideTable: Bool = false
    ) {
        self.kind = kind
        self.title = title
        self.description = description
        self.unit = unit
        self.categories = categories
        self.series = series
        isBesideTable = besideTable ? true : nil
    }

    enum CodingKeys: String, CodingKey {
        case kind, title, description, unit, categories, series
        case isBesideTable = "beside_table"
    }
}
