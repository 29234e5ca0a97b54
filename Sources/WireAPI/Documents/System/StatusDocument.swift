/// What the daemon is doing: `zs status`.
public struct StatusDocument: WireDocument {
    public static let schema = "zhaoshang/status.v1"

    public var schema: String = Self.schema
    public var version: String
    public var protocolNumber: Int
    public var uptimeSeconds: Int64
    /// Time moves by command only.
    public var virtualClock: Bool
    /// Instant.
    public var now: String
    public var database: DatabaseStatus
    public var tasks: TaskCounts
    public var scheduler: SchedulerStatus

    public init(
        version: String, protocolNumber: Int, uptimeSeconds: Int64, virtualClock: Bool, now: String,
        database: DatabaseStatus, tasks: TaskCounts, scheduler: SchedulerStatus
    ) {
        self.version = version
        self.protocolNumber = protocolNumber
        self.uptimeSeconds = uptimeSeconds
        self.virtualClock = virtualClock
        self.now = now
        self.database = database
        self.tasks = tasks
        self.scheduler = scheduler
    }

    enum CodingKeys: String, CodingKey {
        case schema, version, now, database, tasks, scheduler
        case protocolNumber = "protocol"
        case uptimeSeconds = "uptime_seconds"
        case virtualClock = "virtual_clock"
    }
}

/// Size of the store.
public struct DatabaseStatus: Hashable, Sendable, Codable {
    public var bytes: Int64
    /// Events of the log, which is also the newest seq.
    public var events: Int64

    public init(bytes: Int64, events: Int64) {
        self.bytes = bytes
        self.events = events
    }
}

/// Tasks that somebody still has to do.
public struct TaskCounts: Hashable, Sendable, Codable {
    public var open: Int
    public var overdue: Int

    public init(open: Int, overdue: Int) {
        self.open = open
        self.overdue = overdue
    }
}

/// How far the scheduler came and what it waits for.
public struct SchedulerStatus: Hashable, Sendable, Codable {
    /// Instant up to which every period has its tasks.
    public var watermark: String?
    /// Instant; absent when nothing is foreseen.
    public var nextEventAt: String?
    /// `running`, `suspect` or `quarantine`.
    public var clock: String
    /// Instant that the machine's clock shows, where that is not believed.
    public var clockShows: String?

    public init(watermark: String? = nil, nextEventAt: String? = nil, clock: String, clockShows: String? = nil) {
        self.watermark = watermark
        self.nextEventAt = nextEventAt
        self.clock = clock
        self.clockShows = clockShows
    }

    enum CodingKeys: String, CodingKey {
        case watermark, clock
        case nextEventAt = "next_event_at"
        case clockShows = "clock_shows"
    }
}
