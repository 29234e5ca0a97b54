import Bureau
import Cadence
import Identifiers
import Logging
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Jumps of the clock on the store: what happens, and what does not.
struct ClockTroubleTests {
    private struct Machine {
        let clock: MachineClock
        let store: SQLiteStore
        var bureau: Bureau
        let fixture: BureauFixture
        private let library: ProfileLibrary

        /// A bureau of `BureauFixture` under a machine's clock.
        init() async throws {
            fixture = try await BureauFixture()
            library = try fixture.shelf.shipped()
            let clock = MachineClock(fixture.clock.now())
            self.clock = clock
            store = fixture.store
            bureau = Self.start(fixture, library, clock)
            try await bureau.tick()
        }

        /// Another process on the same store.
        mutating func restart() { bureau = Self.start(fixture, library, clock) }

        private static func start(_ fixture: BureauFixture, _ library: ProfileLibrary, _ clock: MachineClock) -> Bureau
        {
            Bureau(
                store: fixture.store, clock: clock,
                library: library,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        }

        func days() async throws -> [String] {
            try await store.read { reading in
                try reading.tasks(TaskFilter(source: "R-1", byDue: false)).map { "\($0.subject) \($0.occurrence)" }
            }
        }
        func state() async throws -> String { try await bureau.showClock(caller: fixture.admin).state }
        func events() async throws -> Int64 { try await store.read { try $0.headSeq() } }
        func accept() async throws { _ = try await bureau.acceptClock(caller: fixture.admin) }
    }

    @Test func tenYearsForwardMakeNothingUntilAccepted() async throws {
        let machine = try await Machine()
        let before = try await machine.events()
        machine.clock.jump(3652 * Instant.day)
        try await machine.bureau.tick()
        machine.clock.pass(9 * Instant.minute)
        try await machine.bureau.tick()
        #expect(try await machine.events() == before)
        #expect(try await machine.state() == "quarantine")
        try await machine.accept()
        #expect(try await machine.state() == "running")
        #expect(try await machine.events() > before)
    }

    /// It had acted in the morning, and looked at the clock an hour ago.
    @Test func aProcessKilledInAQuietStretchFindsNoOutage() async throws {
        var machine = try await Machine()
        for _ in 8..<23 {
            machine.clock.pass(Instant.hour)
            try await machine.bureau.tick()
        }
        machine.restart()
        machine.clock.pass(Instant.hour)
        try await machine.bureau.tick()
        #expect(try await machine.days().contains("O-2 2026-03-03"))
        let outages = try await machine.store.read { try $0.outages(since: Instant(milliseconds: 0)) }
        #expect(outages.isEmpty)
    }

    /// However little is put up with, the minute between two looks is no outage, nor is a clock that was put forward.
    @Test func neitherLooksNorSmallJumpsAreOutages() async throws {
        let machine = try await Machine()
        _ = try await machine.bureau.setSetting(
            CommandWords(["downtime.misfire_grace_minutes", "0"]), caller: machine.fixture.admin)
        for _ in 0..<90 {
            machine.clock.pass(Instant.minute + 20)
            try await machine.bureau.tick()
        }
        machine.clock.jump(150 * Instant.minute)
        try await machine.bureau.tick()
        let outages = try await machine.store.read { try $0.outages(since: Instant(milliseconds: 0)) }
        #expect(outages.isEmpty)
    }

    /// Nothing falls due on a Saturday, and the process dies once more right after it came back.
    @Test func anOutageInWhichNothingFellDueIsOnRecord() async throws {
        var machine = try await Machine()
        machine.clock.pass(5 * Instant.day + 2 * Instant.hour)
        try await machine.bureau.tick()
        let before = try await machine.store.read { try $0.outages(since: Instant(milliseconds: 0)) }
        machine.clock.pass(5 * Instant.hour)
        machine.restart()
        try await machine.bureau.tick()
        machine.restart()
        try await machine.bureau.tick()
        let outages = try await machine.store.read { try $0.outages(since: Instant(milliseconds: 0)) }
        #expect(outages.count == before.count + 1)
        #expect(outages.last.map { $0.until - $0.since } == 5 * Instant.hour)
    }

    @Test func theTimeThatAnAcceptedClockLeavesOutIsAnOutage() async throws {
        let machine = try await Machine()
        let before = machine.clock.now()
        machine.clock.jump(5 * Instant.day)
        try await machine.bureau.tick()
        try await machine.accept()
        let outages = try await machine.store.read { try $0.outages(since: Instant(milliseconds: 0)) }
        #expect(outages == [OutageFound(since: before, until: machine.clock.now())])
    }

    @Test func aForwardJumpThatStaysIsBelievedAfterTenMinutes() async throws {
        let machine = try await Machine()
        let before = try await machine.events()
        machine.clock.jump(5 * Instant.day)
        try await machine.bureau.tick()
        #expect(try await machine.events() == before)
        machine.clock.pass(10 * Instant.minute)
        try await machine.bureau.tick()
        #expect(try await machine.state() == "running")
        #expect(try await machine.days().contains("O-2 2026-03-07") == false)
        #expect(try await machine.days().contains("O-2 2026-03-06"))
    }

    @Test func aDayBackRepeatsNothingAndClosesNothing() async throws {
        let machine = try await Machine()
        machine.clock.pass(9 * Instant.day)
        try await machine.bureau.tick()
        let days = try await machine.days()
        let events = try await machine.events()
        machine.clock.jump(-Instant.day)
        for _ in 0..<20 {
            try await machine.bureau.tick()
            machine.clock.pass(Instant.hour)
        }
        #expect(try await machine.state() == "suspect")
        #expect(try await machine.events() == events)
        machine.clock.pass(5 * Instant.hour)
        try await machine.bureau.tick()
        #expect(try await machine.state() == "running")
        let after = try await machine.days()
        #expect(after.count == Set(after).count)
        #expect(Array(after.prefix(days.count)) == days)
    }

    @Test func twoHoursBackWait() async throws {
        let machine = try await Machine()
        machine.clock.pass(9 * Instant.day + 16 * Instant.hour)
        try await machine.bureau.tick()
        let days = try await machine.days()
        machine.clock.jump(-2 * Instant.hour)
        try await machine.bureau.tick()
        #expect(try await machine.state() == "running")
        #expect(try await machine.days() == days)
    }

    @Test func anAcceptedFallGoesOnFromThereAndRepeatsNothing() async throws {
        let machine = try await Machine()
        machine.clock.pass(9 * Instant.day)
        try await machine.bureau.tick()
        machine.clock.jump(-5 * Instant.day)
        try await machine.bureau.tick()
        #expect(try await machine.state() == "suspect")
        try await machine.accept()
        #expect(try await machine.state() == "running")
        for _ in 0..<10 {
            machine.clock.pass(Instant.day)
            try await machine.bureau.tick()
        }
        let days = try await machine.days()
        #expect(days.count == Set(days).count)
        #expect(days.contains("O-2 2026-03-16"))
    }

    @Test func aYearDownAcrossARebootIsAnOutageAndMoreIsNot() async throws {
        var machine = try await Machine()
        machine.clock.pass(366 * Instant.day)
        machine.clock.reboot()
        machine.restart()
        try await machine.bureau.tick()
        #expect(try await machine.state() == "running")
        let events = try await machine.events()
        machine.clock.pass(367 * Instant.day)
        machine.clock.reboot()
        machine.restart()
        try await machine.bureau.tick()
        #expect(try await machine.state() == "quarantine")
        #expect(try await machine.events() == events)
    }

    @Test func anInterruptedQuarantineIsRememberedByTheNextProcess() async throws {
        var machine = try await Machine()
        machine.clock.jump(3652 * Instant.day)
        try await machine.bureau.tick()
        let events = try await machine.events()
        machine.restart()
        machine.clock.pass(5 * Instant.minute)
        try await machine.bureau.tick()
        #expect(try await machine.state() == "quarantine")
        #expect(try await machine.events() == events)
        machine.clock.pass(5 * Instant.minute)
        try await machine.bureau.tick()
        #expect(try await machine.state() == "running")
    }

    /// Ninety days down: the tasks of a bureau that never stopped.
    @Test func ninetyDaysDownLeaveTheSameTasks() async throws {
        let awake = try await BureauFixture()
        _ = try await awake.bureau.advanceClock(
            CommandWords([], options: ["by": ["90d"]]), caller: awake.admin)
        var machine = try await Machine()
        machine.clock.pass(90 * Instant.day)
        machine.restart()
        try await machine.bureau.tick()

        let expected = try await Self.tasks(awake.store)
        let found = try await Self.tasks(machine.store)
        #expect(found == expected)
        #expect(found.count > 200)
        let now = machine.clock.now()
        let outages = try await machine.store.read { try $0.outages(since: now) }
        #expect(outages.count == 1)
    }

    private static func tasks(_ store: SQLiteStore) async throws -> [String] {
        try await store.read { reading in
            try reading.tasks(TaskFilter(byDue: false)).map {
                "\($0.source) \($0.subject) \($0.occurrence) \($0.dueAt) \($0.status.state)"
            }.sorted()
        }
    }
}
