import Cadence
import Identifiers
import Labels
import Logging
public import Notification
import WorkCalendar

/// Takes messages out of the outbox and hands them to the courier: one batch a channel at a time, within the channel's
/// rates, again after failures. Between events it sleeps until the next attempt is due, however long that is.
public actor DeliveryDesk {
    public struct Options: Sendable {
        public var retry: RetryPolicy
        public var quiet: QuietMinute
        /// Waits that many milliseconds between the parts of one batch.
        public var pause: @Sendable (Int64) async throws -> Void

        public init(
            retry: RetryPolicy = RetryPolicy(), quiet: QuietMinute = QuietMinute(),
            pause: @escaping @Sendable (Int64) async throws -> Void = { try await Task.sleep(for: .milliseconds($0)) }
        ) {
            self.retry = retry
            self.quiet = quiet
            self.pause = pause
        }
    }

    /// Messages in one batch: a digest longer than this is read by nobody.
    private static let largestBatch = 200
    /// Milliseconds by which a clock may be put right without anybody noticing.
    private static let tolerance: Int64 = 60_000

    private let bureau: Bureau
    private let courier: any Courier
    private let options: Options
    /// Wall clock in milliseconds UTC.
    private let now: @Sendable () -> Int64
    private var plans: [ChannelID: RatePlan] = [:]
    /// When the outbox was last looked at.
    private var latest: Int64 = 0
    private var busy: Set<ChannelID> = []
    /// When a new delivery may go: away from whole and half hours.
    private var starts: [Int64: Int64] = [:]

    /// - Returns: nil for a bureau without a courier.
    public init?(_ bureau: Bureau, options: Options, now: @escaping @Sendable () -> Int64) {
        guard let courier = bureau.courier else { return nil }
        self.bureau = bureau
        self.courier = courier
        self.options = options
        self.now = now
    }

    /// Until the task is cancelled. What is under way then ends or is cut off by the courier; it goes out again after the
    /// next start, under the same key.
    public func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                var next: Int64?
                do {
                    let round = try await round()
                    for batch in round.batches {
                        group.addTask { await self.deliver(batch) }
                    }
                    next = round.next
                } catch {
                    bureau.logger.error("the outbox cannot be read", metadata: ["error": "\(error)"])
                    next = now() + 60_000
                }
                let wait = next.map { Duration.milliseconds(max(0, $0 - now())) }
                await bureau.outgoing.sleep(atMost: wait)
            }
            group.cancelAll()
        }
    }

    /// Everything that may go out now, one batch after the other.
    ///
    /// - Returns: when the next attempt may be made, in milliseconds UTC; nil while nothing waits for a time.
    public func deliverDue() async throws -> Int64? {
        while true {
            let round = try await round()
            if round.batches.isEmpty { return round.next }
            for batch in round.batches { await deliver(batch) }
        }
    }

    // MARK: Choosing

    private struct Batch: Sendable {
        var channel: Channel
        var key: String
        var deliveries: [Delivery]
    }

    private func round() async throws -> (batches: [Batch], next: Int64?) {
        // What was planned under a clock that has since been put back lies in a future that is not to be.
        if now() < latest - Self.tolerance { (plans, starts) = ([:], [:]) }
        latest = now()
        let today = bureau.clock.now()
        let (channels, pending, hours) = try await bureau.store.read { reading in
            (
                try reading.channels(), try reading.deliveries(DeliveryFilter(states: [.pending], limit: 5_000)),
                QuietHours(try reading.setting("reminder.quiet_hours", on: today.date))
            )
        }
        let waiting = Dictionary(grouping: pending, by: \.channel)
        starts = starts.filter { id, _ in pending.contains { $0.id == id } }
        var batches: [Batch] = []
        var next: Int64?
        for channel in channels where channel.active && !busy.contains(channel.id) {
            guard let deliveries = waiting[channel.id] else { continue }
            let moment = now()
            let timed = deliveries.compactMap { delivery in
                due(delivery, channel, moment, hours).map { (delivery, $0) }
            }
            let free = plan(channel).earliest(from: moment)
            let ready = timed.filter { $0.1 <= moment }.map(\.0)
            if !ready.isEmpty, free <= moment {
                busy.insert(channel.id)
                batches.append(batch(ready, channel))
            } else if let first = timed.map(\.1).min() {
                next = min(next ?? .max, max(first, free))
            }
        }
        return (batches, next)
    }

    /// nil while only a command can bring the time nearer: a virtual clock.
    private func due(_ delivery: Delivery, _ channel: Channel, _ moment: Int64, _ hours: QuietHours?) -> Int64? {
        let today = bureau.clock.now()
        // What was decided before the quiet hours and could not go then, waits for their end as well.
        let ready = max(delivery.readyAt, hours?.release(today) ?? today)
        if ready > today { return bureau.clock.isVirtual ? nil : moment + (ready - today) }
        // A time that was set under a clock which has since been put back says nothing.
        let isBelieved = delivery.attemptedAt.map { $0 <= moment } ?? true
        if isBelieved, let next = delivery.nextAttempt { return next }
        if delivery.attempts > 0 { return moment }
        if let start = starts[delivery.id] { return start }
        let start = options.quiet.start(moment, channel: channel.code)
        starts[delivery.id] = start
        return start
    }

    private func batch(_ ready: [Delivery], _ channel: Channel) -> Batch {
        if let begun = ready.first(where: { $0.batch != nil }), let key = begun.batch {
            return Batch(channel: channel, key: key, deliveries: ready.filter { $0.batch == key })
        }
        let chosen = channel.kind.gathers ? Array(ready.prefix(Self.largestBatch)) : Array(ready.prefix(1))
        let key =
            chosen.count == 1 ? chosen[0].message : "\(channel.code)/\(chosen[0].id)-\(chosen[chosen.count - 1].id)"
        return Batch(channel: channel, key: key, deliveries: chosen)
    }

    private func plan(_ channel: Channel) -> RatePlan {
        plans[channel.id] ?? RatePlan(channel.kind.rates)
    }

    // MARK: Sending

    private func deliver(_ batch: Batch) async {
        do {
            try await send(batch)
        } catch {
            bureau.logger.error(
                "a delivery cannot be recorded", metadata: ["channel": "\(batch.channel.code)", "error": "\(error)"])
            // It may have arrived, and would be sent again at once, for ever.
            var plan = plan(batch.channel)
            plan.keepQuiet(until: now() + options.retry.throttle)
            plans[batch.channel.id] = plan
        }
        busy.remove(batch.channel.id)
        bureau.outgoing.signal()
    }

    private func send(_ batch: Batch) async throws {
        let channel = batch.channel
        let clock = bureau.clock
        try await claim(batch)
        let keys = batch.deliveries.map(\.message)
        let (messages, wording) = try await bureau.store.read { reading in
            let making = try MessageMaking(reading, now: clock.now())
            return (try keys.map { try making.message($0) }, try reading.wording(channel, on: clock.now().date))
        }
        var left: [Delivery] = []
        var done: [Delivery] = []
        for (delivery, message) in zip(batch.deliveries, messages) {
            if message == nil { done.append(delivery) } else { left.append(delivery) }
        }
        try await record(done) { $0.settle(.dropped, at: self.now()) }
        guard !left.isEmpty else { return }
        let posts = Post.of(messages.compactMap(\.self), key: batch.key, over: channel, wording)
        let begun = left[0].parts
        for (index, post) in posts.enumerated().dropFirst(begun) {
            try await pause(for: channel)
            var plan = plan(channel)
            plan.sent(at: now())
            plans[channel.id] = plan
            let verdict = await courier.send(post, over: channel)
            let isLast = index + 1 == posts.count
            if verdict.outcome == .delivered, !isLast {
                left = left.map { $0.progressed(to: index + 1, batch: batch.key) }
                try await record(left) { _ in }
                continue
            }
            return try await conclude(left, batch, verdict)
        }
        // Every part had arrived before: nothing more is sent.
        try await conclude(left, batch, DeliveryVerdict(.delivered))
    }

    /// Nothing is written; a process that another one has taken over from is told so here, before it sends.
    private func claim(_ batch: Batch) async throws {
        let command = Command(id: "claim-\(batch.key)-\(now())", actor: "zsd", verb: "notify.claim", digest: [])
        _ = try await bureau.store.write(command) { _ in Outcome(undoable: false) }
    }

    private func pause(for channel: Channel) async throws {
        let wait = plan(channel).earliest(from: now()) - now()
        if wait > 0 { try await options.pause(wait) }
    }

    private func conclude(_ deliveries: [Delivery], _ batch: Batch, _ verdict: DeliveryVerdict) async throws {
        let moment = now()
        let retry = options.retry
        var wait: Int64?
        if verdict.outcome == .throttled {
            let quiet = verdict.retryAfter ?? retry.throttle
            var plan = plan(batch.channel)
            plan.keepQuiet(until: moment + quiet)
            plans[batch.channel.id] = plan
            wait = quiet
        }
        try await record(deliveries) { delivery in
            delivery.attempts += 1
            delivery.batch = batch.key
            delivery.code = verdict.code
            delivery.reason = verdict.reason.isEmpty ? nil : verdict.reason
            delivery.attemptedAt = moment
            switch verdict.outcome {
            case .delivered: delivery.settle(.delivered, at: moment)
            case .refused, .gone: delivery.settle(.dead, at: moment)
            case .throttled, .failed:
                let pause = retry.wait(afterAttempts: delivery.attempts, key: delivery.message)
                if let pause {
                    delivery.nextAttempt = moment + (wait ?? max(pause, verdict.retryAfter ?? 0))
                } else {
                    delivery.settle(.dead, at: moment)
                }
            }
        }
        tell(batch, verdict)
        if verdict.outcome == .gone { try await bureau.disable(batch.channel.id, reason: verdict.reason) }
    }

    private func record(
        _ deliveries: [Delivery], _ change: (inout Delivery) -> Void
    ) async throws {
        guard !deliveries.isEmpty else { return }
        var changed = deliveries
        for index in changed.indices { change(&changed[index]) }
        let rows = changed
        let command = Command(id: "delivery-\(rows[0].id)-\(now())", actor: "zsd", verb: "notify.delivery", digest: [])
        _ = try await bureau.store.write(command) { writing in
            for row in rows { try writing.update(row) }
            return Outcome(undoable: false)
        }
    }

    private func tell(_ batch: Batch, _ verdict: DeliveryVerdict) {
        guard verdict.outcome != .delivered else { return }
        bureau.logger.notice(
            "a message did not arrive",
            metadata: [
                "channel": "\(batch.channel.code)", "outcome": "\(verdict.outcome.rawValue)",
                "code": "\(verdict.code ?? "-")", "reason": "\(verdict.reason)",
            ])
    }
}

extension Delivery {
    fileprivate mutating func settle(_ state: State, at moment: Int64) {
        self.state = state
        settledAt = moment
        nextAttempt = nil
    }

    fileprivate func progressed(to parts: Int, batch: String) -> Delivery {
        var copy = self
        copy.parts = parts
        copy.batch = batch
        return copy
    }
}
