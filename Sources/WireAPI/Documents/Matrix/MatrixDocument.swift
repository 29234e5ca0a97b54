/// Indicators by a dimension and by periods.
public struct MatrixDocument: WireDocument {
    public static let schema = "zhaoshang/matrix.v1"

    public var schema: String = Self.schema
    public var unit: String
    public var unitName: String?
    /// `unit`, `officer`, `chain`, `industry`, `region`, `stage`.
    public var by: String
    /// `week`, `month`, `quarter`, `year`.
    public var step: String
    /// The columns, in order.
    public var periods: [String]
    public var tables: [MatrixTable]

    public init(
        unit: String, unitName: String? = nil, by: String, step: String, periods: [String], tables: [MatrixTable]
    ) {
        self.unit = unit
        self.unitName = unitName
        self.by = by
        self.step = step
        self.periods = periods
        self.tables = tables
    }

    enum CodingKeys: String, CodingKey {
        case schema, unit, by, step, periods, tables
        case unitName = "unit_name"
    }
}

/// One indicator.
public struct MatrixTable: Hashable, Sendable, Codable {
    public var indicator: String
    /// `count` or `yuan`.
    public var measure: String
    /// The largest first.
    public var rows: [MatrixRow]
    /// The sums of the rows.
    public var total: MatrixRow

    public init(indicator: String, measure: String, rows: [MatrixRow], total: MatrixRow) {
        self.indicator = indicator
        self.measure = measure
        self.rows = rows
        self.total = total
    }
}

public struct MatrixRow: Hashable, Sendable, Codable {
    /// `U-3`, `O-7`, `C`, `500000`; absent for what has no value in the dimension.
    public var id: String?
    /// In the language of the request.
    public var name: String
    /// One for each period.
    public var values: [Int64]
    public var total: Int64
    /// Of the sum of all rows, a decimal of 1.
    public var share: Double?
    /// A period, over the periods that have begun.
    public var average: Double?
    public var target: Int64?
    /// Total ÷ target, a decimal of 1.
    public var completion: Double?

    public init(
        id: String? = nil, name: String, values: [Int64], total: Int64, share: Double? = nil, average: Double? = nil,
        target: Int64? = nil, completion: Double? = nil
    ) {
        self.id = id
        self.name = name
        self.values = values
        self.total = total
        self.share = share
        self.average = average
        self.target = target
        self.completion = completion
    }
}
