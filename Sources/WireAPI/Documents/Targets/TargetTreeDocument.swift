/// A year's targets, by unit.
public struct TargetTreeDocument: WireDocument {
    public static let schema = "zhaoshang/target-tree.v1"

    public var schema: String = Self.schema
    public var year: Int
    /// Of the topmost units.
    public var targets: [TargetNode]

    public init(year: Int, targets: [TargetNode]) {
        self.year = year
        self.targets = targets
    }
}

/// One unit's target for one indicator, with those of the units below it.
public struct TargetNode: Hashable, Sendable, Codable {
    public var unit: String
    public var unitName: String?
    public var indicator: String
    /// Unit of the values: `count`, `yuan`, `ratio`.
    public var measure: String
    public var annual: Int64?
    /// Four, or none.
    public var quarters: [Int64]
    /// Twelve, or none.
    public var months: [Int64]
    public var achieved: Int64?
    /// A decimal of 1.
    public var completion: Double?
    public var children: [TargetNode]

    public init(
        unit: String, unitName: String? = nil, indicator: String, measure: String, annual: Int64? = nil,
        quarters: [Int64], months: [Int64], achieved: Int64? = nil, completion: Double? = nil,
        children: [TargetNode]
    ) {
        self.unit = unit
        self.unitName = unitName
        self.indicator = indicator
        self.measure = measure
        self.annual = annual
        self.quarters = quarters
        self.months = months
        self.achieved = achieved
        self.completion = completion
        self.children = children
    }

    enum CodingKeys: String, CodingKey {
        case unit, indicator, measure, annual, quarters, months, achieved, completion, children
        case unitName = "unit_name"
    }
}
