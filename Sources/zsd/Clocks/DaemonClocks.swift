import Bureau
import Cadence
import HostSystem
import Synchronization
import WorkCalendar

/// The machine's wall clock.
final class WallClock: BureauClock {
    /// A sleep is looked at again at least this often, because the wall clock may be set meanwhile.
    private static let longestSleep: Int64 = 60_000

    private let signal = WakeSignal()

    var isVirtual: Bool { false }

    func now() -> Instant { Instant(milliseconds: HostClock.wallMilliseconds) }

    func reading() -> ClockReading {
        ClockReading(wall: now(), boot: HostClock.bootMilliseconds, bootID: HostClock.bootID)
    }

    func wait(until instant: Instant?) async {
        let left = instant.map { $0 - now() } ?? Self.longestSleep
        guard left > 0 else { return }
        await signal.sleep(atMost: .milliseconds(min(left, Self.longestSleep)))
    }

    func interrupt() { signal.signal() }

    func set(_ instant: Instant) -> Bool { false }
}

/// A clock that moves by command only.
final class VirtualClock: BureauClock {
    private let current: Mutex<Instant>
    private let start: Instant
    private let signal = WakeSignal()
    private let course = "virtual \(HostClock.wallMilliseconds) \(ContinuousClock.now)"

    init(startingAt instant: Instant) {
        current = Mutex(instant)
        start = instant
    }

    var isVirtual: Bool { true }

    func now() -> Instant { current.withLock { $0 } }

    /// Moved by command, it never jumps while the process runs; across a restart only the gap counts.
    func reading() -> ClockReading {
        let now = now()
        return ClockReading(wall: now, boot: now - start, bootID: course)
    }

    /// Whoever moves the clock fires the events on the way, so there is nothing to wait for but a change.
    func wait(until instant: Instant?) async {
        await signal.sleep(atMost: nil)
    }

    func interrupt() { signal.signal() }

    func set(_ instant: Instant) -> Bool {
        current.withLock { now in
            guard instant >= now else { return false }
            now = instant
            return true
        }
    }
}
