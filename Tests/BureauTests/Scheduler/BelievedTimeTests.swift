import Bureau
import Cadence
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// What people write while the clock is held back carries the time that the bureau believes.
struct BelievedTimeTests {
    /// What happens to the machine after 2 March 2026, 08:00, and the time at which the next entry was really written, or
    /// where nothing can tell, the earliest time that it can be.
    struct Trouble: CustomTestStringConvertible, Sendable {
        enum Event {
            case pass(Int64)
            case jump(Int64)
            case reboot
            /// The scheduler looks at the clock.
            case look
            /// Another process of the daemon.
            case restart
        }

        var testDescription: String
        var events: [Event]
        var written: String
        var state: String
    }

    private static let (day, minute) = (Instant.day, Instant.minute)
    static let troubles = [
        Trouble(
            testDescription: "ten years forward, before the scheduler looks",
            events: [.pass(5 * minute), .jump(3652 * day)], written: "2026-03-02T08:05", state: "running"),
        Trouble(
            testDescription: "ten years forward, in quarantine",
            events: [.jump(3652 * day), .look, .pass(5 * minute)], written: "2026-03-02T08:05", state: "quarantine"),
        Trouble(
            testDescription: "ten years forward, in quarantine, with a new process",
            events: [.jump(3652 * day), .look, .pass(2 * minute), .restart, .pass(3 * minute)],
            written: "2026-03-02T08:05", state: "quarantine"),
        Trouble(
            testDescription: "ten years forward and the ten minutes over",
            events: [.jump(3652 * day), .look, .pass(10 * minute), .look], written: "2036-03-01T08:10",
            state: "running"),
        Trouble(
            testDescription: "a day back after nine",
            events: [.pass(9 * day), .look, .jump(-day), .look, .pass(minute)], written: "2026-03-11T08:01",
            state: "suspect"),
        Trouble(
            testDescription: "two hours back are put up with",
            events: [
                .pass(9 * day), .look, .pass(119 * minute), .look, .pass(119 * minute), .look, .jump(-120 * minute),
                .look,
            ], written: "2026-03-11T09:58", state: "running"),
        Trouble(
            testDescription: "a clock without a battery after a reboot",
            events: [.pass(9 * day), .look, .reboot, .jump(-20_000 * day), .restart, .look, .pass(3 * minute)],
            written: "2026-03-11T08:03", state: "suspect"),
        Trouble(
            testDescription: "two years forward after a reboot",
            events: [.pass(9 * day), .look, .reboot, .jump(730 * day), .restart, .look, .pass(3 * minute)],
            written: "2026-03-11T08:03", state: "quarantine"),
        Trouble(
            testDescription: "suspended for nine days", events: [.pass(9 * day), .look], written: "2026-03-11T08:00",
            state: "running"),
    ]

    @Test(arguments: troubles)
    func anEntryCarriesTheTimeThatIsBelieved(_ trouble: Trouble) async throws {
        var house = try await MachineBureau(at: "2026-03-02T08:00")
        for event in trouble.events {
            switch event {
            case .pass(let time): house.machine.pass(time)
            case .jump(let time): house.machine.jump(time)
            case .reboot: house.machine.reboot()
            case .look: try await house.bureau.tick()
            case .restart: try await house.restart()
            }
        }
        let written = try #require(Instant(iso8601: trouble.written))
        let caller = try await house.caller(BureauFixture.li)
        _ = try await house.bureau.logEntry(CommandWords(["走访企业"]), caller: caller)
        let last = try await house.store.read { reading in
            try reading.events(after: 0, limit: 10_000).last { $0.verb == "entry.logged" }
        }
        let event = try #require(last)
        #expect(event.instant == written)
        let dates = try await house.store.read { try $0.entries(EntryFilter()).map(\.entry.date) }
        #expect(dates == [written.date])
        let answer = try await house.bureau.showClock(caller: house.caller(0))
        #expect(answer.state == trouble.state)
        let isHeld = ["quarantine", "suspect"].contains(trouble.state) || written.date != house.machine.now().date
        #expect(answer.shown == (isHeld ? house.machine.now() : nil))
    }

    /// After somebody said that the clock is right, its time is written again.
    @Test func anAcceptedClockIsBelievedAtOnce() async throws {
        let house = try await MachineBureau(at: "2026-03-02T08:00")
        house.machine.jump(3652 * Instant.day)
        try await house.bureau.tick()
        let accepted = try await house.bureau.acceptClock(caller: house.caller(0))
        #expect(accepted.now.iso8601 == "2036-03-01T08:00:00+08:00")
        #expect(accepted.shown == nil)
        _ = try await house.bureau.logEntry(
            CommandWords(["走访企业"]), caller: house.caller(BureauFixture.li))
        let last = try await house.store.read { try $0.events(after: 0, limit: 10_000).last }
        #expect(last?.instant.iso8601 == "2036-03-01T08:00:00+08:00")
    }
}
