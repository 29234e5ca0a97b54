/// A unit of the bureau.
public struct UnitRecord: Hashable, Sendable, Codable {
    public var id: String
    public var code: String
    public var kind: String
    public var nameZh: String
    public var nameEn: String
    public var parent: String?
    public var division: String?
    public var circle: String?
    public var chains: [String]
    public var rankGroup: String?
    public var active: Bool

    public init(
        id: String, code: String, kind: String, nameZh: String, nameEn: String, parent: String? = nil,
        division: String? = nil, circle: String? = nil, chains: [String], rankGroup: String? = nil, active: Bool
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.nameZh = nameZh
        self.nameEn = nameEn
        self.parent = parent
        self.division = division
        self.circle = circle
        self.chains = chains
        self.rankGroup = rankGroup
        self.active = active
    }

    enum CodingKeys: String, CodingKey {
        case id, code, kind, parent, division, circle, chains, active
        case nameZh = "name_zh"
        case nameEn = "name_en"
        case rankGroup = "rank_group"
    }
}

/// Units, parents before children.
public struct UnitsDocument: WireDocument {
    public static let schema = "zhaoshang/units.v1"

    public var schema: String = Self.schema
    public var units: [UnitRecord]

    public init(units: [UnitRecord]) {
        self.units = units
    }
}
