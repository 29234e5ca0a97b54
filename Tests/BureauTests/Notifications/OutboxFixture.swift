import Bureau
import Cadence
import Foundation
import Identifiers
import Logging
import Notification
import Promotion
import SQLiteStore
import Synchronization
import Testing
import WorkCalendar

/// The people of `BureauFixture` under a machine's clock, one webhook for everybody, and what reaches it.
///
/// A daily inventory is due at 17:30: its owners are told at 14:00 and at 17:30.
struct OutboxFixture {
    /// A clock that nobody moves by command.
    final class Clock: BureauClock {
        private let instant: Mutex<Instant>
        init(_ instant: Instant) { self.instant = Mutex(instant) }
        var isVirtual: Bool { false }
        func now() -> Instant { instant.withLock { $0 } }
        func wait(until instant: Instant?) async {}
        func interrupt() {}
        func set(_ instant: Instant) -> Bool { false }
        func show(_ instant: Instant) { self.instant.withLock { $0 = instant } }
    }

    final class Receiver: Courier {
        private let keys = Mutex<[String]>([])
        var count: Int { keys.withLock { $0.count } }
        func send(_ post: Post, over channel: Channel) async -> DeliveryVerdict {
            keys.withLock { $0.append(post.key) }
            return DeliveryVerdict(.delivered)
        }
    }

    /// One process on the store.
    struct Process {
        var store: SQLiteStore
        var bureau: Bureau
        var desk: DeliveryDesk
    }

    struct Refusal: Error {}

    let clock: Clock
    let receiver = Receiver()
    let first: Process

    /// Monday 2 March 2026, 08:00.
    init() async throws {
        clock = Clock(try #require(Instant(iso8601: "2026-03-02T08:00")))
        first = try Self.open(nil, clock, receiver, refusing: { false })
        try await first.bureau.importShippedCalendars()
        let channel = Channel(id: ChannelID(1), code: "hook", kind: .webhook, url: "https://localhost")
        _ = try await first.store.write(Command(id: "setup", actor: "uid:0", verb: "setup", digest: [1])) { writing in
            for unit in BureauFixture.units {
                try writing.append(NewEvent("unit.added", unit.id, UnitChanged(before: nil, after: unit)))
            }
            for officer in BureauFixture.officers {
                try writing.append(NewEvent("officer.added", officer.id, OfficerChanged(before: nil, after: officer)))
            }
            try writing.append(NewEvent("notify.added", channel.id, ChannelChanged(before: nil, after: channel)))
            return Outcome()
        }
        // What began before that has been seen to.
        try await first.bureau.tick()
        let words = CommandWords([
            "bn.inventory", "scope:U-1", "level:day", "product:inventory", "officers:officer",
            "due:workday 1 at 17:30", "from:2026-02-02",
        ])
        _ = try await first.bureau.addRule(words, caller: first.administrator("rule"))
    }

    /// Another process that opens the same store. `refusing` says when the disk takes nothing.
    func another(refusing: @escaping @Sendable () -> Bool = { false }) throws -> Process {
        try Self.open(first.store, clock, receiver, refusing: refusing)
    }

    private static func open(
        _ before: SQLiteStore?, _ clock: Clock, _ receiver: Receiver, refusing: @escaping @Sendable () -> Bool
    ) throws -> Process {
        var options = StoreOptions()
        options.beforeCommit = { _ in if refusing() { throw Refusal() } }
        let now: @Sendable () -> Instant = { clock.now() }
        let store =
            try before?.successor(options: options, now: now) ?? SQLiteStore.inMemory(options: options, now: now)
        let bureau = Bureau(
            store: store, clock: clock, library: try TestLibrary().shipped(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, courier: receiver)
        let times = DeliveryDesk.Options(quiet: QuietMinute(spread: 0), pause: { _ in throw Refusal() })
        let desk = try #require(DeliveryDesk(bureau, options: times) { clock.now().milliseconds })
        return Process(store: store, bureau: bureau, desk: desk)
    }

    func show(_ moment: String) throws { clock.show(try #require(Instant(iso8601: moment))) }
}

extension OutboxFixture.Process {
    func administrator(_ command: String) async throws -> Caller {
        try await bureau.caller(CallerClaim(uid: 0, isAdministrator: true, commandID: command))
    }

    func pending() async throws -> [Delivery] {
        try await store.read { try $0.deliveries(DeliveryFilter(states: [.pending])) }
    }
}
