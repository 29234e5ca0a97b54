import Bureau
import FoundationEssentials
import Notification
import Synchronization
import WorkCalendar

/// What arrives outside, whatever process sent it. It refuses now and then, and remembers everything.
final class SimulatedReceiver: Sendable {
    struct Arrival: Sendable {
        var key: String
        var channel: String
        var at: Instant
        var document: [UInt8]
        /// Its cause was in the store when it arrived.
        var isCommitted: Bool
        /// Its row had been settled already.
        var isSettled: Bool
    }

    private struct State {
        var arrivals: [Arrival] = []
        var keys: Set<String> = []
        var attempts = 0
    }

    private let state = Mutex(State())
    private let store: any Store
    private let clock: SimulatedClock
    private let seed: UInt64

    init(store: any Store, clock: SimulatedClock, seed: UInt64) {
        self.store = store
        self.clock = clock
        self.seed = seed
    }

    func take(_ post: Post, over channel: Channel) async -> DeliveryVerdict {
        let (known, settled) = (try? await look(post.key, channel)) ?? (false, false)
        return state.withLock { state in
            state.attempts += 1
            var numbers = SeededNumbers(seed, "\(post.key) \(state.attempts)")
            switch Int.random(in: 0..<12, using: &numbers) {
            case 0: return DeliveryVerdict(.failed, code: "500")
            case 1: return DeliveryVerdict(.throttled, code: "45009")
            default: break
            }
            state.keys.insert(post.key)
            state.arrivals.append(
                Arrival(
                    key: post.key, channel: channel.code, at: clock.now(), document: post.document,
                    isCommitted: known, isSettled: settled))
            // It arrived, and the answer is lost.
            if Int.random(in: 0..<15, using: &numbers) == 0 { return DeliveryVerdict(.failed, code: "timeout") }
            return DeliveryVerdict(.delivered)
        }
    }

    /// A single message goes under its own key, several under the numbers of the first and the last.
    private func look(_ key: String, _ channel: Channel) async throws -> (known: Bool, settled: Bool) {
        try await store.read { reading in
            let single = channel.kind.gathers ? nil : try reading.reminder(key)
            guard !channel.kind.gathers else { return (true, false) }
            guard single != nil else { return (false, false) }
            let open = try reading.deliveries(DeliveryFilter(states: [.pending], channel: channel.id))
            return (true, !open.contains { $0.message == key })
        }
    }

    func has(_ key: String) -> Bool { state.withLock { $0.keys.contains(key) } }
    /// Under this key, or as parts of it.
    func hasAny(_ key: String) -> Bool {
        state.withLock { $0.keys.contains(key) || $0.keys.contains(key + "/1") }
    }
    var count: Int { state.withLock { $0.arrivals.count } }

    /// What came since the last look.
    func news() -> [Arrival] {
        state.withLock { state in
            defer { state.arrivals = [] }
            return state.arrivals
        }
    }
}
