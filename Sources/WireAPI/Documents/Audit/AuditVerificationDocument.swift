/// Whether the chain of hashes holds.
public struct AuditVerificationDocument: WireDocument {
    public static let schema = "zhaoshang/audit-verification.v1"

    public var schema: String = Self.schema
    public var ok: Bool
    public var events: Int64
    public var headHash: String
    public var firstBadSeq: Int64?

    public init(ok: Bool, events: Int64, headHash: String, firstBadSeq: Int64? = nil) {
        self.ok = ok
        self.events = events
        self.headHash = headHash
        self.firstBadSeq = firstBadSeq
    }

    enum CodingKeys: String, CodingKey {
        case schema, ok, events
        case headHash = "head_hash"
        case firstBadSeq = "first_bad_seq"
    }
}
