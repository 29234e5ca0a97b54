/// Somebody who works for a unit.
public struct OfficerRecord: Hashable, Sendable, Codable {
    public var id: String
    public var code: String
    public var name: String
    public var nameEn: String?
    public var unit: String?
    public var unitName: String?
    public var roles: [String]
    /// Logins on the daemon's machine.
    public var uids: [Int64]
    /// Open leads the officer can carry.
    public var capacity: Int?
    public var skills: [String]
    public var leave: [DateRange]
    /// Days on duty.
    public var roster: [DateRange]
    public var active: Bool

    public init(
        id: String, code: String, name: String, nameEn: String? = nil, unit: String? = nil, unitName: String? = nil,
        roles: [String], uids: [Int64], capacity: Int? = nil, skills: [String], leave: [DateRange],
        roster: [DateRange], active: Bool
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.nameEn = nameEn
        self.unit = unit
        self.unitName = unitName
        self.roles = roles
        self.uids = uids
        self.capacity = capacity
        self.skills = skills
        self.leave = leave
        self.roster = roster
        self.active = active
    }

    enum CodingKeys: String, CodingKey {
        case id, code, name, unit, roles, uids, capacity, skills, leave, roster, active
        case nameEn = "name_en"
        case unitName = "unit_name"
    }
}

/// Days; both ends belong to it.
public struct DateRange: Hashable, Sendable, Codable {
    public var from: String
    /// Absent while it goes on.
    public var until: String?
    public var unit: String?
    public var reason: String?

    public init(from: String, until: String? = nil, unit: String? = nil, reason: String? = nil) {
        self.from = from
        self.until = until
        self.unit = unit
        self.reason = reason
    }
}

/// Officers, by unit and number.
public struct OfficersDocument: WireDocument {
    public static let schema = "zhaoshang/officers.v1"

    public var schema: String = Self.schema
    public var officers: [OfficerRecord]

    public init(officers: [OfficerRecord]) {
        self.officers = officers
    }
}
