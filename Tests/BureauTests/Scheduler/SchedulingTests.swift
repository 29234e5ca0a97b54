import Bureau
import Cadence
import Identifiers
import Labels
import Logging
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// The scheduler on the store: nothing twice, nothing left out, in order.
struct SchedulingTests {
    @Test func concurrentTicksDoubleNothing() async throws {
        let fixture = try await BureauFixture()
        _ = fixture.clock.set(try #require(Instant(iso8601: "2026-03-20T18:00")))
        let bureau = fixture.bureau
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { _ = try await bureau.tick() } }
            try await group.waitForAll()
        }
        let keys = try await fixture.keys()
        #expect(keys.count == Set(keys).count)
        // Fifteen working days for three officers, three weeks and one month for three units.
        #expect(keys.count == 15 * 3 + 3 * 3)
        let made = try await fixture.store.read { reading in
            try reading.events(after: 0, limit: 10_000).filter { $0.verb == "task.materialised" }.count
        }
        #expect(made == 15 + 3)
    }

    @Test func threeWeeksDownAreMadeUpForOnceInOrderAndMarked() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.advanceClock(
            CommandWords([], options: ["to": ["2026-03-06T18:00"]]), caller: fixture.admin)
        let before = Set(try await fixture.keys())
        try await fixture.move(to: "2026-03-30T08:00")
        let tasks = try await fixture.store.read { try $0.tasks(TaskFilter(byDue: false)) }
        let made = tasks.filter { !before.contains("\($0.source) \($0.subject) \($0.occurrence)") }
        #expect(made.count == 16 * 3 + 4 * 3)
        let past = made.filter { $0.occurrence != "2026-03-30" && $0.occurrence != "2026-W14" }
        #expect(past.allSatisfy { $0.detectedLate })
        #expect(made.count - past.count == 6)
        let days = made.filter { $0.product == .inventory }.map(\.period)
        #expect(days == days.sorted())
        let old = tasks.filter { before.contains("\($0.source) \($0.subject) \($0.occurrence)") }
        #expect(old.allSatisfy { !$0.detectedLate })
        let seq = try await fixture.headSeq()
        try await fixture.bureau.tick()
        #expect(try await fixture.headSeq() == seq)
    }

    @Test func anAdvanceFiresEachEventAtItsOwnTime() async throws {
        let fixture = try await BureauFixture()
        let answer = try await fixture.bureau.advanceClock(
            CommandWords([], options: ["to": ["2026-03-18T09:00"]]), caller: fixture.admin)
        #expect(answer.now.iso8601 == "2026-03-18T09:00:00+08:00")
        let events = try await fixture.store.read { try $0.events(after: 0, limit: 10_000) }
            .filter { $0.actor == "zsd" && $0.instant.iso8601 > "2026-03-02T09" }
            .map { "\($0.instant.date) \($0.instant.timeOfDay) \($0.verb)" }
        let days = ["03", "04", "05", "06", "09", "10", "11", "12", "13", "16", "17", "18"]
        var expected = days.map { "2026-03-\($0) 00:00 task.materialised" }
        expected += ["2026-03-09 00:00 task.materialised", "2026-03-16 00:00 task.materialised"]
        // Ten working days after 2 March, its inventories are missed; after the 3rd, the next.
        expected += ["2026-03-16 17:30 task.missed", "2026-03-17 17:30 task.missed"]
        #expect(events == expected.sorted())
        #expect(try await fixture.store.read { try $0.tasks(TaskFilter()).contains { $0.detectedLate } } == false)
    }

    @Test(
        arguments: [
            ("by", "90m", "2026-03-02T09:30:00+08:00"), ("by", "3d", "2026-03-05T08:00:00+08:00"),
            ("by", "2w", "2026-03-16T08:00:00+08:00"), ("by", "45s", "2026-03-02T08:00:45+08:00"),
            ("to", "2026-03-02T08:00", "2026-03-02T08:00:00+08:00"),
        ])
    func theClockMovesAsTold(option: String, value: String, now: String) async throws {
        let fixture = try await BureauFixture()
        let answer = try await fixture.bureau.advanceClock(
            CommandWords([], options: [option: [value]]), caller: fixture.admin)
        #expect(answer.now.iso8601 == now)
        #expect(fixture.clock.now().iso8601 == now)
    }

    @Test(
        arguments: [
            (["to": ["2026-03-01T08:00"]], ErrorCode.refused), ([:], .usage), (["to": ["tomorrow-ish"]], .badDate),
            (["by": ["3y"]], .badDate), (["by": ["-3d"]], .badDate),
        ])
    func theClockRefusesWhatMakesNoSense(options: [String: [String]], code: ErrorCode) async throws {
        let fixture = try await BureauFixture()
        let found = await refusal {
            _ = try await fixture.bureau.advanceClock(CommandWords([], options: options), caller: fixture.admin)
        }
        #expect(found == code)
        #expect(fixture.clock.now().iso8601 == "2026-03-02T08:00:00+08:00")
    }

    @Test func onlyAdministratorsMoveTheClock() async throws {
        let fixture = try await BureauFixture()
        let code = await refusal {
            _ = try await fixture.bureau.advanceClock(
                CommandWords([], options: ["by": ["1d"]]), caller: fixture.caller(BureauFixture.head))
        }
        #expect(code == .forbidden)
    }

    @Test func aVirtualClockDoesNotStartBeforeTheMark() async throws {
        let fixture = try await BureauFixture()
        try await fixture.bureau.keepMark()
        try await fixture.bureau.checkMark()
        _ = fixture.clock.set(try #require(Instant(iso8601: "2026-03-02T07:59")))
        let error = await refused { try await fixture.bureau.checkMark() }
        #expect(error?.code == .configuration)
        #expect(error?.details["mark"] == .text("2026-03-02T08:00:00+08:00"))
    }

    @Test func aStoreOfAVirtualClockRefusesARealOne() async throws {
        let fixture = try await BureauFixture()
        try await fixture.bureau.claimClock()
        let real = Bureau(
            store: fixture.store, clock: RealClock(), library: try fixture.shelf.shipped(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(await refusal { try await real.checkMark() } == .configuration)
        let advance = await refusal {
            _ = try await real.advanceClock(CommandWords([], options: ["by": ["1d"]]), caller: fixture.admin)
        }
        #expect(advance == .refused)
    }

    @Test func theMarkNeverFalls() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-05T08:00")
        try await fixture.bureau.keepMark()
        _ = fixture.clock.set(try #require(Instant(iso8601: "2026-03-04T08:00")))
        try await fixture.bureau.keepMark()
        #expect(try await fixture.store.read { try $0.mark("clock.mark") } == "2026-03-05T08:00:00+08:00")
    }
}

/// Says that it is the machine's clock.
private struct RealClock: BureauClock {
    func now() -> Instant { Instant(milliseconds: 1_772_409_600_000) }
    func wait(until instant: Instant?) async {}
    func interrupt() {}
    var isVirtual: Bool { false }
    func set(_ instant: Instant) -> Bool { false }
}

extension BureauFixture {
    fileprivate func keys() async throws -> [String] {
        try await store.read {
            try $0.tasks(TaskFilter(byDue: false)).map { "\($0.source) \($0.subject) \($0.occurrence)" }
        }
    }
}
