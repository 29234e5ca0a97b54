import Bureau
import Cadence
import Identifiers
import Logging
import Promotion
import SQLiteStore
import Synchronization
import Testing
import WorkCalendar

/// Between events the scheduler looks at the clock once a minute and does nothing.
struct IdleTests {
    /// A machine's clock whose time goes by while somebody waits for it, at most a minute at once.
    private final class PassingClock: BureauClock {
        private struct State {
            var now: Instant
            var waits = 0
            var asked: [Instant?] = []
        }

        private let state: Mutex<State>
        private let end: Instant
        /// Ended when the time is over.
        let scheduler = Mutex<Task<Void, any Error>?>(nil)

        init(from start: Instant, to end: Instant) {
            state = Mutex(State(now: start))
            self.end = end
        }

        var isVirtual: Bool { false }
        var waits: Int { state.withLock { $0.waits } }
        /// What it was asked to wait for, without repetitions.
        var asked: [String] {
            var found: [String] = []
            for instant in state.withLock({ $0.asked }) {
                let text = instant?.iso8601 ?? "nothing"
                if found.last != text { found.append(text) }
            }
            return found
        }

        func now() -> Instant { state.withLock { $0.now } }
        func reading() -> ClockReading { ClockReading(wall: now(), boot: now().milliseconds, bootID: "a") }
        func interrupt() {}
        func set(_ instant: Instant) -> Bool { false }

        func wait(until instant: Instant?) async {
            let isDone = state.withLock { state in
                state.waits += 1
                state.asked.append(instant)
                state.now = min(instant ?? state.now + Instant.minute, state.now + Instant.minute)
                return state.now >= end
            }
            if isDone { scheduler.withLock { $0?.cancel() } }
        }
    }

    /// Friday evening to Tuesday midnight: the tasks of Monday and nothing else.
    @Test func anIdleBureauWakesOnceAMinuteAndCommitsNothing() async throws {
        let fixture = try await BureauFixture(at: "2026-03-06T18:00")
        try await fixture.bureau.tick()
        let start = fixture.clock.now()
        let end = try #require(Instant(iso8601: "2026-03-10T00:00"))
        let clock = PassingClock(from: start, to: end)
        let bureau = Bureau(
            store: fixture.store, clock: clock, library: try fixture.shelf.shipped(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let before = try await fixture.headSeq()
        let task = Task { try await bureau.runScheduler() }
        clock.scheduler.withLock { $0 = task }
        _ = await task.result
        let minutes = Int((end - start) / Instant.minute)
        #expect(clock.waits >= minutes - 1)
        #expect(clock.waits <= minutes + 3)
        // Saturday is looked at because a notice may still make it a working day; Sunday likewise.
        #expect(
            clock.asked == [
                "2026-03-07T00:00:00+08:00", "2026-03-08T00:00:00+08:00", "2026-03-09T00:00:00+08:00",
                "2026-03-10T00:00:00+08:00",
            ])
        // Monday's inventories and the new week's consolidations.
        let verbs = try await fixture.store.read { try $0.events(after: before, limit: 100).map(\.verb) }
        #expect(verbs == ["task.materialised", "task.materialised"])
    }
}
