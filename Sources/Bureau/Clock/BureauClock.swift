public import Cadence
public import WorkCalendar

/// The one source of time for everything that decides. Transport timeouts and retries do not ask it.
public protocol BureauClock: Sendable {
    func now() -> Instant
    /// Waits until the clock shows `instant` or `interrupt()` is called, at most a minute of real time at once.
    func wait(until instant: Instant?) async
    /// Ends a wait at once.
    func interrupt()
    var isVirtual: Bool { get }
    /// The wall clock beside the boot-time clock: what tells a jump from an outage.
    func reading() -> ClockReading
    /// Moves a virtual clock; a real one refuses by returning false.
    func set(_ instant: Instant) -> Bool
}

extension BureauClock {
    /// Nothing to compare with: every gap counts as an outage or as too long for one.
    public func reading() -> ClockReading { ClockReading(wall: now()) }
}
