public import Identifiers
public import WorkCalendar

/// One message that somebody is to get about tasks: who, about what, how urgent, since when. How it reaches them is not
/// its business.
public struct Reminder: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Before the due time or at it.
        case reminder
        /// After it.
        case escalation
        /// Several that could not be told when they were reached, in one message.
        case digest
    }

    /// A task with the step of its ladder that is told: 1 for the first.
    public struct Item: Hashable, Sendable, Codable {
        public var task: TaskID
        public var level: Int

        public init(task: TaskID, level: Int) {
            self.task = task
            self.level = level
        }
    }

    /// Unique for ever: receivers tell repeated deliveries of one message by it. `T-12/2026-03-02/remind/2/O-3`
    /// for one task,
    /// `digest/O-3/…` for several.
    public var key: String
    public var recipient: Subject
    public var kind: Kind
    /// By task.
    public var items: [Item]
    /// When the step was reached, or the digest was made; the end of the quiet hours it lies in.
    public var at: Instant
    /// Its steps were passed while the service did not run.
    public var detectedLate: Bool

    public init(
        key: String, recipient: Subject, kind: Kind, items: [Item], at: Instant, detectedLate: Bool = false
    ) {
        self.key = key
        self.recipient = recipient
        self.kind = kind
        self.items = items
        self.at = at
        self.detectedLate = detectedLate
    }
}

/// Somebody is to be told. Once in the log, a step of a task is never told to the same recipient again, and no lower one.
public struct RemindersDecided: Hashable, Sendable, Codable {
    public var reminders: [Reminder]

    public init(reminders: [Reminder]) {
        self.reminders = reminders
    }
}
