import Bureau
import Cadence
import Identifiers
import Labels
import Logging
import Notification
import SQLiteStore
import Synchronization
import Testing
import WorkCalendar

/// The bureau of `BureauFixture` with a courier that does as it is told, and a desk whose clock the test sets.
final class PostRoom: Sendable {
    let fixture: BureauFixture
    let store: WatchedStore
    let courier: ScriptedCourier
    let bureau: Bureau
    let wall = Mutex<Int64>(1_772_430_900_000)

    /// - Parameter verdicts: of the attempts in turn; those after the last are delivered.
    init(_ verdicts: [DeliveryVerdict] = [], rules: Bool = true) async throws {
        fixture = try await BureauFixture(rules: rules)
        store = WatchedStore(fixture.store)
        courier = ScriptedCourier(verdicts)
        bureau = try Self.bureau(fixture, store, courier)
    }

    /// Another process on a store.
    static func bureau(_ fixture: BureauFixture, _ store: any Store, _ courier: any Courier) throws -> Bureau {
        Bureau(
            store: store, clock: fixture.clock, library: try fixture.shelf.shipped(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, courier: courier)
    }

    func addChannel(_ words: String...) async throws {
        _ = try await bureau.addChannel(CommandWords(words), caller: fixture.admin)
    }

    func move(to moment: String) async throws {
        _ = fixture.clock.set(try #require(Instant(iso8601: moment)))
        try await bureau.tick()
    }

    func desk(retry: RetryPolicy = RetryPolicy(first: 0, longest: 0, attempts: 3, throttle: 0)) throws -> DeliveryDesk {
        let options = DeliveryDesk.Options(retry: retry, quiet: QuietMinute(spread: 0))
        return try #require(DeliveryDesk(bureau, options: options) { self.wall.withLock { $0 } })
    }

    /// Runs a desk until every delivery of the store is settled.
    func sendAll(_ desk: DeliveryDesk) async throws {
        let running = Task { await desk.run() }
        while true {
            let writes = await store.writes.arrived
            if try await deliveries().allSatisfy({ $0.state != .pending }) { break }
            await store.writes.arrivals(writes + 1)
        }
        running.cancel()
        await running.value
    }

    func deliveries() async throws -> [Delivery] {
        try await fixture.store.read { try $0.deliveries(DeliveryFilter()) }
    }
}

/// Remembers every post, and answers by its script.
final class ScriptedCourier: Courier {
    private let state: Mutex<(verdicts: [DeliveryVerdict], posts: [Post])>
    let attempts = Turnstile()

    init(_ verdicts: [DeliveryVerdict]) { state = Mutex((verdicts, [])) }

    var posts: [Post] { state.withLock { $0.posts } }

    func send(_ post: Post, over channel: Channel) async -> DeliveryVerdict {
        let verdict = state.withLock { state in
            state.posts.append(post)
            return state.verdicts.isEmpty ? DeliveryVerdict(.delivered) : state.verdicts.removeFirst()
        }
        await attempts.pass()
        return verdict
    }
}

/// A store whose answers the test can hold back.
final class WatchedStore: Store {
    private let store: SQLiteStore
    /// Looks of the desk at the outbox, after each was taken.
    let views = Turnstile()
    /// Writes, after their commit.
    let writes = Turnstile()

    init(_ store: SQLiteStore) { self.store = store }

    func read<Value: Sendable>(_ body: @escaping @Sendable (any Reading) throws -> Value) async throws -> Value {
        let value = try await store.read(body)
        if value is ([Channel], [Delivery], QuietHours?) { await views.pass() }
        return value
    }

    func write(
        _ command: Command, _ body: @escaping @Sendable (any Writing) throws -> Outcome
    ) async throws -> CommandResult {
        let result = try await store.write(command, body)
        await writes.pass()
        return result
    }

    func checkEpoch() async throws { try await store.checkEpoch() }
    func copies() throws -> [StoreCopy] { try store.copies() }
    var organisationRevision: Int64 { store.organisationRevision }
    func rebuild() async throws -> RebuildReport { try await store.rebuild() }
    func read<Value: Sendable>(
        asOf seq: Int64, _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value { try await store.read(asOf: seq, body) }
    func verifyChain() async throws -> ChainReport { try await store.verifyChain() }
    func inspect() async throws -> [Inspection] { try await store.inspect() }
}
