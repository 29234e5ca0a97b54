/// A message on its way over one channel.
public struct DeliveryRecord: Hashable, Sendable, Codable {
    /// What `notify retry` takes.
    public var number: Int64
    public var message: String
    public var channel: String
    public var recipient: String
    public var kind: String
    public var tasks: [String]
    public var at: String
    /// `pending`, `delivered`, `dead` or `dropped`.
    public var state: String
    public var attempts: Int
    public var nextAttemptAt: String?
    public var settledAt: String?
    public var code: String?
    public var reason: String?

    enum CodingKeys: String, CodingKey {
        case number, message, channel, recipient, kind, tasks, at, state, attempts, code, reason
        case nextAttemptAt = "next_attempt_at"
        case settledAt = "settled_at"
    }

    public init(
        number: Int64, message: String, channel: String, recipient: String, kind: String, tasks: [String], at: String,
        state: String, attempts: Int, nextAttemptAt: String? = nil, settledAt: String? = nil, code: String? = nil,
        reason: String? = nil
    ) {
        self.number = number
        self.message = message
        self.channel = channel
        self.recipient = recipient
        self.kind = kind
        self.tasks = tasks
        self.at = at
        self.state = state
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.settledAt = settledAt
        self.code = code
        self.reason = reason
    }
}

/// Deliveries, newest first.
public struct DeliveriesDocument: WireDocument {
    public static let schema = "zhaoshang/deliveries.v1"

    public var schema: String = Self.schema
    public var deliveries: [DeliveryRecord]

    public init(deliveries: [DeliveryRecord]) {
        self.deliveries = deliveries
    }
}

/// Dead letters that go out again.
public struct RetriedDocument: WireDocument {
    public static let schema = "zhaoshang/retried.v1"

    public var schema: String = Self.schema
    public var numbers: [Int64]
    public var dryRun: Bool?

    enum CodingKeys: String, CodingKey {
        case schema, numbers
        case dryRun = "dry_run"
    }

    public init(numbers: [Int64], dryRun: Bool? = nil) {
        self.numbers = numbers
        self.dryRun = dryRun
    }
}
