import Bureau
import Cadence
import Synchronization
import WorkCalendar

/// A machine's clock in the hands of the simulation.
final class SimulatedClock: BureauClock {
    private struct State {
        var wall: Int64
        var boot: Int64 = 0
        var id = 1
    }

    private let state: Mutex<State>
    /// Planted: shows the boot-time clock as if it had jumped along, so that no jump is ever seen.
    private let hidesJumps: Bool

    init(_ instant: Instant, hidesJumps: Bool = false) {
        state = Mutex(State(wall: instant.milliseconds))
        self.hidesJumps = hidesJumps
    }

    var isVirtual: Bool { false }
    func now() -> Instant { Instant(milliseconds: state.withLock { $0.wall }) }
    func reading() -> ClockReading {
        let state = state.withLock { $0 }
        let wall = Instant(milliseconds: state.wall)
        return ClockReading(wall: wall, boot: hidesJumps ? state.wall : state.boot, bootID: "\(state.id)")
    }
    func wait(until instant: Instant?) async {}
    func interrupt() {}
    func set(_ instant: Instant) -> Bool { false }

    func pass(_ milliseconds: Int64) {
        state.withLock {
            $0.wall += milliseconds
            $0.boot += milliseconds
        }
    }

    func jump(_ milliseconds: Int64) { state.withLock { $0.wall += milliseconds } }

    func reboot() {
        state.withLock {
            $0.boot = 0
            $0.id += 1
        }
    }
}
