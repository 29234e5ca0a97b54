import Bureau
import Cadence
import Synchronization
import WorkCalendar

/// A machine's clock that the test sets and boots.
final class MachineClock: BureauClock {
    private let state: Mutex<(wall: Int64, boot: Int64, id: Int)>

    init(_ instant: Instant) { state = Mutex((instant.milliseconds, 0, 1)) }

    var isVirtual: Bool { false }
    func now() -> Instant { Instant(milliseconds: state.withLock { $0.wall }) }
    func reading() -> ClockReading {
        state.withLock { ClockReading(wall: Instant(milliseconds: $0.wall), boot: $0.boot, bootID: "\($0.id)") }
    }
    func wait(until instant: Instant?) async {}
    func interrupt() {}
    func set(_ instant: Instant) -> Bool { false }

    /// Time goes by.
    func pass(_ milliseconds: Int64) {
        state.withLock {
            $0.wall += milliseconds
            $0.boot += milliseconds
        }
    }
    /// Somebody sets the wall clock.
    func jump(_ milliseconds: Int64) { state.withLock { $0.wall += milliseconds } }
    func reboot() {
        state.withLock {
            $0.boot = 0
            $0.id += 1
        }
    }
}
