public import WorkCalendar

/// One accepted fact, as it stands in the log.
public struct Event: Hashable, Sendable {
    /// Position in the log, from 1 without gaps.
    public var seq: Int64
    public var instant: Instant
    /// `O-3`, `uid:0`, or `zsd` for what the daemon does by itself.
    public var actor: String
    /// The officer in whose name an administrator or a clerk acted.
    public var onBehalf: String?
    public var command: String
    public var verb: String
    public var subject: String
    /// The exact bytes that were hashed: a JSON object with its version `v`.
    public var payload: [UInt8]
    /// SHA-256 over the previous hash and all of the above.
    public var hash: [UInt8]

    public init(
        seq: Int64, instant: Instant, actor: String, onBehalf: String?, command: String, verb: String,
        subject: String, payload: [UInt8], hash: [UInt8]
    ) {
        self.seq = seq
        self.instant = instant
        self.actor = actor
        self.onBehalf = onBehalf
        self.command = command
        self.verb = verb
        self.subject = subject
        self.payload = payload
        self.hash = hash
    }
}

/// A decision on its way into the log.
public struct NewEvent: Sendable {
    public var verb: String
    public var subject: String
    public let payload: [UInt8]
    /// What the payload says, where it was just encoded: a projector need not read it back.
    public let fact: (any EventFact)?

    public init<Fact: EventFact>(_ verb: String, _ subject: some CustomStringConvertible, _ fact: Fact) throws {
        self.verb = verb
        self.subject = subject.description
        self.payload = try FactCoding.encode(fact)
        self.fact = fact
    }

    /// An event whose payload already is in the bytes of the log.
    public init(verb: String, subject: String, payload: [UInt8]) {
        self.verb = verb
        self.subject = subject
        self.payload = payload
        self.fact = nil
    }
}
