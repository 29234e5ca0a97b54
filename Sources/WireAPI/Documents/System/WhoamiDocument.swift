/// Whom the daemon takes the caller for.
public struct WhoamiDocument: WireDocument {
    public static let schema = "zhaoshang/whoami.v1"

    public var schema: String = Self.schema
    /// Login of the calling process.
    public var uid: Int64
    public var administrator: Bool
    public var officer: OfficerReference?
    /// Named by `--as`.
    public var actingAs: OfficerReference?
    public var unit: UnitNaming?
    /// Roles that count for this call.
    public var roles: [String]

    public init(
        uid: Int64, administrator: Bool, officer: OfficerReference? = nil, actingAs: OfficerReference? = nil,
        unit: UnitNaming? = nil, roles: [String]
    ) {
        self.uid = uid
        self.administrator = administrator
        self.officer = officer
        self.actingAs = actingAs
        self.unit = unit
        self.roles = roles
    }

    enum CodingKeys: String, CodingKey {
        case schema, uid, administrator, officer, unit, roles
        case actingAs = "acting_as"
    }
}

/// An officer where only the name matters.
public struct OfficerReference: Hashable, Sendable, Codable {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A unit where only the name matters, in the language of the request.
public struct UnitNaming: Hashable, Sendable, Codable {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
