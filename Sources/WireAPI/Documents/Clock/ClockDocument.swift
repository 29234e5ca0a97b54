/// What the daemon takes for now.
public struct ClockDocument: WireDocument {
    public static let schema = "zhaoshang/clock.v1"

    public var schema: String = Self.schema
    /// Instant that is believed, and that entries carry.
    public var now: String
    /// Instant that the machine's clock shows, where that is not believed.
    public var shown: String?
    public var virtual: Bool
    /// `running`, `suspect` or `quarantine`.
    public var state: String
    /// The latest instant acted on.
    public var highWater: String?
    public var quarantinedUntil: String?

    public init(
        now: String, shown: String? = nil, virtual: Bool, state: String, highWater: String? = nil,
        quarantinedUntil: String? = nil
    ) {
        self.now = now
        self.shown = shown
        self.virtual = virtual
        self.state = state
        self.highWater = highWater
        self.quarantinedUntil = quarantinedUntil
    }

    enum CodingKeys: String, CodingKey {
        case schema, now, shown, virtual, state
        case highWater = "high_water"
        case quarantinedUntil = "quarantined_until"
    }
}

/// What moving or accepting the clock adds to a write's answer.
public struct ClockDetail: WriteDetail {
    public static let schema = "zhaoshang/clock-move.v1"

    /// Instant.
    public var from: String
    /// Instant.
    public var now: String
    /// Events of the scheduler that passed on the way.
    public var fired: Int

    public init(from: String, now: String, fired: Int) {
        self.from = from
        self.now = now
        self.fired = fired
    }
}
