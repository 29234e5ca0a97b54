import Cadence
import Identifiers
import Promotion
import Synchronization
public import WorkCalendar

public struct StatusAnswer: Sendable {
    public var uptimeSeconds: Int64
    public var virtualClock: Bool
    public var now: Instant
    /// What the machine's clock shows, where that is not believed.
    public var shown: Instant?
    public var databaseBytes: Int64
    public var events: Int64
    public var open: Int
    public var overdue: Int
    /// Up to when every period has its tasks.
    public var watermark: Instant?
    public var nextEventAt: Instant?
    public var clock: String
}

extension Bureau {
    public func status(caller: Caller) async throws -> StatusAnswer {
        let isVirtual = clock.isVirtual
        let uptime = startedAt.duration(to: .now).components.seconds
        let next = nextEvent.withLock { $0 }
        let (state, shown) = (clock.state, clock.disbelieved)
        return try await read(caller) { context in
            try context.authorise("status", .none)
            let counts = try context.store.pendingCounts(now: context.now, units: nil)
            // Every tick brings all rules up to the present, so the newest task's creation says how far it came.
            let watermark = try context.store.mark("clock.mark").flatMap { Instant(iso8601: $0) }
            return StatusAnswer(
                uptimeSeconds: uptime, virtualClock: isVirtual, now: context.now, shown: shown,
                databaseBytes: try context.store.storeSize(), events: try context.store.headSeq(), open: counts.open,
                overdue: counts.overdue, watermark: watermark, nextEventAt: next, clock: state)
        }
    }
}
