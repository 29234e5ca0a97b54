/// How evenly leads are spread over the officers of a unit.
public struct AssignmentFairnessDocument: WireDocument {
    public static let schema = "zhaoshang/assignment-fairness.v1"

    public var schema: String = Self.schema
    public var unit: String
    public var from: String
    public var to: String
    /// Open load ÷ capacity, as decimals of 1; absent without officers.
    public var lowest: Double?
    public var highest: Double?
    public var mean: Double?
    /// Of the leads assigned between the dates: 0 when all got the same; absent when nobody got one.
    public var gini: Double?
    public var officers: [OfficerShareRecord]

    public init(
        unit: String, from: String, to: String, lowest: Double? = nil, highest: Double? = nil, mean: Double? = nil,
        gini: Double? = nil, officers: [OfficerShareRecord]
    ) {
        self.unit = unit
        self.from = from
        self.to = to
        self.lowest = lowest
        self.highest = highest
        self.mean = mean
        self.gini = gini
        self.officers = officers
    }
}

public struct OfficerShareRecord: Hashable, Sendable, Codable {
    public var officer: String
    public var officerName: String?
    public var load: Int
    public var capacity: Int
    /// Load ÷ capacity; absent for a capacity of 0.
    public var ratio: Double?
    public var assigned: Int

    public init(
        officer: String, officerName: String? = nil, load: Int, capacity: Int, ratio: Double? = nil, assigned: Int
    ) {
        self.officer = officer
        self.officerName = officerName
        self.load = load
        self.capacity = capacity
        self.ratio = ratio
        self.assigned = assigned
    }

    enum CodingKeys: String, CodingKey {
        case officer, load, capacity, ratio, assigned
        case officerName = "officer_name"
    }
}
