/// Whether a frozen report still says what was frozen.
public struct ReportVerificationDocument: WireDocument {
    public static let schema = "zhaoshang/report-verification.v1"

    public var schema: String = Self.schema
    public var ok: Bool
    public var kind: String
    public var unit: String
    public var period: String
    public var version: Int
    /// As stored.
    public var hash: String
    /// False when another engine froze it: then only the hash was checked.
    public var recomputed: Bool
    /// Present when it differs.
    public var computedHash: String?

    public init(
        ok: Bool, kind: String, unit: String, period: String, version: Int, hash: String, recomputed: Bool,
        computedHash: String? = nil
    ) {
        self.ok = ok
        self.kind = kind
        self.unit = unit
        self.period = period
        self.version = version
        self.hash = hash
        self.recomputed = recomputed
        self.computedHash = computedHash
    }

    enum CodingKeys: String, CodingKey {
        case schema, ok, kind, unit, period, version, hash, recomputed
        case computedHash = "computed_hash"
    }
}
