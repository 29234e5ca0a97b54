/// The figures and ranks of a report that would be others if something happened.
public struct WhatIfDocument: WireDocument {
    public static let schema = "zhaoshang/report-what-if.v1"

    public var schema: String = Self.schema
    public var kind: String
    public var unit: String
    public var period: String
    /// Only what changes; `from` is now.
    public var figures: [FigureComparison]
    public var ranks: [RankComparison]

    public init(kind: String, unit: String, period: String, figures: [FigureComparison], ranks: [RankComparison]) {
        self.kind = kind
        self.unit = unit
        self.period = period
        self.figures = figures
        self.ranks = ranks
    }
}

public struct RankComparison: Hashable, Sendable, Codable {
    public var unit: String
    public var name: String
    public var from: Int?
    public var to: Int?

    public init(unit: String, name: String, from: Int? = nil, to: Int? = nil) {
        self.unit = unit
        self.name = name
        self.from = from
        self.to = to
    }
}
