public import WorkCalendar

/// The one source of time for everything that decides. Transport timeouts and retries do not ask it.
public protocol BureauClock: Sendable {
    func now() -> Instant
    /// Waits until the clock shows `instant` or `interrupt()` is called, at most a minute of real time at once.
    func wait(until instant: Instant?) async
    /// Ends a wait at once.
    func interrupt()
    var isVirtual: Bool { get }
    /// Moves a virtual clock; a real one refuses by returning false.
    func set(_ instant: Instant) -> Bool
}
