/// What the daemon found when it examined its own store.
public struct DoctorDocument: WireDocument {
    public static let schema = "zhaoshang/doctor.v1"

    public var schema: String = Self.schema
    public var ok: Bool
    public var checks: [DoctorCheck]
    /// True when the projections were derived again from the log and compared.
    public var rebuilt: Bool?
    /// The first row that differs.
    public var firstDifference: String?

    public init(ok: Bool, checks: [DoctorCheck], rebuilt: Bool? = nil, firstDifference: String? = nil) {
        self.ok = ok
        self.checks = checks
        self.rebuilt = rebuilt
        self.firstDifference = firstDifference
    }

    enum CodingKeys: String, CodingKey {
        case schema, ok, checks, rebuilt
        case firstDifference = "first_difference"
    }
}

/// One examination.
public struct DoctorCheck: Hashable, Sendable, Codable {
    /// Stable word: `hash_chain`, `projections`, `I1`.
    public var name: String
    public var ok: Bool
    /// What was found, in the language of the request.
    public var text: String

    public init(name: String, ok: Bool, text: String) {
        self.name = name
        self.ok = ok
        self.text = text
    }
}
