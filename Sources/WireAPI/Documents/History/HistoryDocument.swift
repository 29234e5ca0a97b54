/// One event in the course of a record.
public struct HistoryRecord: Hashable, Sendable, Codable {
    public var seq: Int64
    /// Instant.
    public var at: String
    public var actor: String
    public var onBehalf: String?
    public var verb: String
    public var subject: String?
    public var effectiveOn: String?
    public var changed: [ChangedField]
    /// The events this one takes back.
    public var compensates: [Int64]?

    public init(
        seq: Int64, at: String, actor: String, onBehalf: String? = nil, verb: String, subject: String? = nil,
        effectiveOn: String? = nil, changed: [ChangedField], compensates: [Int64]? = nil
    ) {
        self.seq = seq
        self.at = at
        self.actor = actor
        self.onBehalf = onBehalf
        self.verb = verb
        self.subject = subject
        self.effectiveOn = effectiveOn
        self.changed = changed
        self.compensates = compensates
    }

    enum CodingKeys: String, CodingKey {
        case seq, at, actor, verb, subject, changed, compensates
        case onBehalf = "on_behalf"
        case effectiveOn = "effective_on"
    }
}

/// The course of one record, oldest first.
public struct HistoryDocument: WireDocument {
    public static let schema = "zhaoshang/history.v1"

    public var schema: String = Self.schema
    public var id: String
    public var events: [HistoryRecord]

    public init(id: String, events: [HistoryRecord]) {
        self.id = id
        self.events = events
    }
}
