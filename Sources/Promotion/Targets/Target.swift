public import Identifiers

/// 目标: what a unit is to reach in a year for one indicator, by quarter and by month.
///
/// Values are in the indicator's unit: whole yuan for amounts, a count otherwise. `quarters` has four values and `months`
/// twelve; each level adds up to `annual`.
public struct Target: Hashable, Sendable, Codable {
    public var unit: UnitID
    public var year: Int
    public var indicator: String
    public var annual: Int64
    public var quarters: [Int64]
    public var months: [Int64]

    public init(unit: UnitID, year: Int, indicator: String, annual: Int64, quarters: [Int64], months: [Int64]) {
        self.unit = unit
        self.year = year
        self.indicator = indicator
        self.annual = annual
        self.quarters = quarters
        self.months = months
    }

    public var key: String { "target/\(unit)/\(year)/\(indicator)" }
}

public struct TargetChanged: Hashable, Sendable, Codable {
    public var before: Target?
    public var after: Target?

    public init(before: Target?, after: Target?) {
        self.before = before
        self.after = after
    }
}
