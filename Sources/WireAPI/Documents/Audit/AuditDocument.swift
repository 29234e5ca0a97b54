/// Events of the log, oldest first.
public struct AuditDocument: WireDocument {
    public static let schema = "zhaoshang/audit.v1"

    public var schema: String = Self.schema
    public var events: [AuditEvent]
    /// Pass as `after:` for the next page.
    public var next: String?

    public init(events: [AuditEvent], next: String? = nil) {
        self.events = events
        self.next = next
    }
}

/// One event as the log holds it.
public struct AuditEvent: Hashable, Sendable, Codable {
    public var seq: Int64
    /// Instant.
    public var at: String
    public var actor: String
    public var onBehalf: String?
    public var command: String
    public var verb: String
    public var subject: String
    /// JSON, exactly the bytes that are hashed.
    public var payload: String
    public var hash: String

    public init(
        seq: Int64, at: String, actor: String, onBehalf: String? = nil, command: String, verb: String,
        subject: String, payload: String, hash: String
    ) {
        self.seq = seq
        self.at = at
        self.actor = actor
        self.onBehalf = onBehalf
        self.command = command
        self.verb = verb
        self.subject = subject
        self.payload = payload
        self.hash = hash
    }

    enum CodingKeys: String, CodingKey {
        case seq, at, actor, command, verb, subject, payload, hash
        case onBehalf = "on_behalf"
    }
}
