public import Cadence
public import Identifiers
public import Notification
public import WorkCalendar

/// A message on its way over one channel: a row of the outbox. It is made in the transaction that decides the message,
/// and is no part of the log: what happens on the way out is no fact of the bureau.
public struct Delivery: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        case pending
        case delivered
        /// Given up; `zs notify retry` takes it up again.
        case dead
        /// Nothing of it was still to be done when its turn came.
        case dropped
    }

    /// Given by the store; 0 before.
    public var id: Int64
    /// The message's key. With the channel it is unique.
    public var message: String
    public var channel: ChannelID
    /// Not before then, by the bureau's clock: quiet hours.
    public var readyAt: Instant
    public var state: State
    /// Counted when an attempt begins, so that one which took the daemon down counts too.
    public var attempts: Int
    /// Wall clock, milliseconds UTC; nil for at once.
    public var nextAttempt: Int64?
    /// The key under which it goes out together with others.
    public var batch: String?
    /// How many parts of the batch's text have arrived.
    public var parts: Int
    /// All parts of the batch's text once the first has arrived: what follows fits what is there already. Kept with the
    /// first delivery of the batch, and empty with the others.
    public var texts: [String]
    /// An attempt has begun whose end is not known: the message may have arrived.
    public var unsure: Bool
    /// What the channel said last, in its own numbers and words.
    public var code: String?
    public var reason: String?
    /// Wall clock, milliseconds UTC.
    public var attemptedAt: Int64?
    public var settledAt: Int64?

    public init(
        id: Int64 = 0, message: String, channel: ChannelID, readyAt: Instant, state: State = .pending,
        attempts: Int = 0,
        nextAttempt: Int64? = nil, batch: String? = nil, parts: Int = 0, texts: [String] = [], unsure: Bool = false,
        code: String? = nil, reason: String? = nil,
        attemptedAt: Int64? = nil, settledAt: Int64? = nil
    ) {
        self.id = id
        self.message = message
        self.channel = channel
        self.readyAt = readyAt
        self.state = state
        self.attempts = attempts
        self.nextAttempt = nextAttempt
        self.batch = batch
        self.parts = parts
        self.texts = texts
        self.unsure = unsure
        self.code = code
        self.reason = reason
        self.attemptedAt = attemptedAt
        self.settledAt = settledAt
    }
}

public struct DeliveryFilter: Sendable {
    public var ids: [Int64]?
    public var states: [Delivery.State]?
    public var channel: ChannelID?
    public var limit: Int?
    /// Otherwise oldest first.
    public var newestFirst: Bool

    public init(
        ids: [Int64]? = nil, states: [Delivery.State]? = nil, channel: ChannelID? = nil, limit: Int? = nil,
        newestFirst: Bool = false
    ) {
        self.ids = ids
        self.states = states
        self.channel = channel
        self.limit = limit
        self.newestFirst = newestFirst
    }
}

public protocol NotificationReading {
    /// By id.
    func channels() throws -> [Channel]
    /// The highest step each recipient was told of each of these tasks.
    func told(_ tasks: [TaskID]) throws -> [ReminderDecision.Told: Int]
    func reminder(_ key: String) throws -> Reminder?
    func deliveries(_ filter: DeliveryFilter) throws -> [Delivery]
    /// How many messages and notes of what was told `RemindersForgotten` with this moment would find; more than none is
    /// enough to know.
    func forgettableCount(before: Instant) throws -> Int
}

/// Dead letters of a channel were sent again by somebody. Nothing is derived from it: how far they come is recorded.
public struct DeliveriesRetried: Hashable, Sendable, Codable {
    /// Keys of the messages.
    public var messages: [String]

    public init(messages: [String]) {
        self.messages = messages
    }
}

/// Messages that were made before a moment, and what was told of tasks that were due before it, were deleted with their
/// deliveries, as far as nobody has to act on them any more: the oldest first, `limit` rows of each.
public struct RemindersForgotten: Hashable, Sendable, Codable {
    /// Rows of one transaction.
    public static let chunk = 1_000

    public var before: Instant
    public var limit: Int

    public init(before: Instant, limit: Int) {
        self.before = before
        self.limit = limit
    }
}
