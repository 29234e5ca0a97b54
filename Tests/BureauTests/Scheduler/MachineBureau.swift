import Bureau
import Cadence
import Identifiers
import Logging
import Promotion
import SQLiteStore
import Synchronization
import Testing
import WorkCalendar

/// The bureau of `BureauFixture` on a machine's clock; store and bureau read one clock, as the daemon wires them.
struct MachineBureau {
    let machine: MachineClock
    let store: SQLiteStore
    private(set) var bureau: Bureau
    private let process: Process
    private let commands = Counter()

    /// The clock of the process that runs: the store in memory outlives it.
    private final class Process: Sendable {
        let clock: Mutex<BelievedClock>
        init(_ clock: BelievedClock) { self.clock = Mutex(clock) }
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock {
                $0 += 1
                return $0
            }
        }
    }

    init(at moment: String) async throws {
        machine = MachineClock(try #require(Instant(iso8601: moment)))
        let process = Process(BelievedClock(machine))
        self.process = process
        store = try SQLiteStore.inMemory { process.clock.withLock { $0 }.now() }
        bureau = try Self.bureau(store, process)
        try await BureauFixture.settle(store)
        try await bureau.importShippedCalendars()
        try await bureau.tick()
    }

    /// Another process of the daemon.
    mutating func restart() async throws {
        let clock = BelievedClock(machine)
        process.clock.withLock { $0 = clock }
        bureau = try Self.bureau(store, process)
        try await bureau.checkMark()
    }

    /// Time goes by unseen until then; with a look at its end.
    func sleep(until moment: String) async throws {
        let instant = try #require(Instant(iso8601: moment))
        machine.pass(instant - machine.now())
        try await bureau.tick()
    }

    /// Looks at the clock at each of its events until then, and at least once an hour.
    func run(until moment: String) async throws {
        let end = try #require(Instant(iso8601: moment))
        while machine.now() < end {
            let next = try await bureau.tick() ?? end
            let soon = min(next, machine.now() + Instant.hour, end)
            machine.pass(max(1, soon - machine.now()))
        }
        try await bureau.tick()
    }

    func caller(_ uid: UInt32) async throws -> Caller {
        let number = commands.next()
        return try await bureau.caller(
            CallerClaim(
                uid: uid, isAdministrator: uid == 0, actingAs: nil, unit: nil, commandID: "command-\(number)",
                digest: [],
                dryRun: false))
    }

    func addRule(_ code: String, _ words: String...) async throws {
        _ = try await bureau.addRule(CommandWords([code, "scope:U-1"] + words), caller: caller(0))
    }

    private static func bureau(_ store: SQLiteStore, _ process: Process) throws -> Bureau {
        Bureau(
            store: store, clock: process.clock.withLock { $0 }, library: try TestLibrary().shipped(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}
