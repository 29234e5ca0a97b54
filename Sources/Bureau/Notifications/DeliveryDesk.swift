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
    /// The day on which old messages were last looked for.
    private var tidied: CivilDate?

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
                    try await tidy()
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

    /// Once a day, at whatever wakes the desk first.
    private func tidy() async throws {
        let today = bureau.clock.now().date
        guard tidied != today else { return }
        tidied = today
        try await bureau.forgetReminders()
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
        let ids = Set(pending.map(\.id))
        starts = starts.filter { ids.contains($0.key) }
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
            var batch = batch
            var isGoingOn = false
            while true {
                try await pause(for: batch.channel)
                isGoingOn = try await sendPart(of: &batch, isGoingOn: isGoingOn)
                if !isGoingOn { break }
            }
        } catch is CancellationError {
            // Nothing had been handed over; the next start takes it up.
        } catch is Superseded {
            // The next look sees what has become of it.
        } catch {
            bureau.logger.error(
                "a delivery cannot be recorded", metadata: ["channel": "\(batch.channel.code)", "error": "\(error)"])
            // It may have arrived, and would be sent again at once, for ever.
            var plan = plan(batch.channel)
            plan.keepQuiet(until: now() + (options.retry.throttle ?? batch.channel.kind.throttle))
            plans[batch.channel.id] = plan
        }
        busy.remove(batch.channel.id)
        bureau.outgoing.signal()
    }

    private func pause(for channel: Channel) async throws {
        let wait = plan(channel).earliest(from: now()) - now()
        if wait > 0 { try await options.pause(wait) }
        try Task.checkCancellation()
    }

    /// - Parameter isGoingOn: the part before it arrived a moment ago, in the same attempt.
    /// - Returns: whether there is another part to send.
    private func sendPart(of batch: inout Batch, isGoingOn: Bool) async throws -> Bool {
        let (posts, wording) = try await posts(of: &batch)
        guard let first = batch.deliveries.first else { return false }
        // Every part had arrived before: nothing more is sent.
        guard first.parts < posts.count else {
            try await conclude(batch, DeliveryVerdict(.delivered))
            return false
        }
        if !isGoingOn, first.attempts >= options.retry.attempts {
            try await conclude(batch, DeliveryVerdict(.refused, reason: "the last attempt did not come to an end"))
            return false
        }
        let unsure = batch.deliveries.map(\.unsure)
        try await begin(&batch, isGoingOn)
        var plan = plan(batch.channel)
        plan.sent(at: now())
        plans[batch.channel.id] = plan
        let post = posts[first.parts]
        let verdict = await courier.send(
            unsure.contains(true) ? post.markedAsRepeat(wording) : post, over: batch.channel)
        guard verdict.outcome == .delivered, first.parts + 1 < posts.count else {
            try await conclude(batch, verdict, unsure)
            return false
        }
        var arrived = batch.deliveries
        for index in arrived.indices {
            arrived[index].parts += 1
            arrived[index].unsure = false
        }
        if first.parts == 0 { arrived[0].texts = posts.map(\.text) }
        try await replace(batch.deliveries, by: arrived)
        batch.deliveries = arrived
        return true
    }

    /// What is to be sent, of what has still to be done; the rest is dropped from the batch. A text of which a part has
    /// arrived stays as it was.
    private func posts(of batch: inout Batch) async throws -> ([Post], Channel.Wording) {
        let clock = bureau.clock
        let (channel, deliveries) = (batch.channel, batch.deliveries)
        let (messages, wording) = try await bureau.store.read { reading in
            let making = try MessageMaking(reading, now: clock.now())
            return (
                try deliveries.map { try making.message($0.message) },
                try reading.wording(channel, on: clock.now().date)
            )
        }
        if deliveries.allSatisfy({ $0.parts == 0 }) {
            let pairs = zip(deliveries, messages)
            let done = pairs.filter { $0.1 == nil }.map(\.0)
            try await replace(done, by: done.map { $0.settled(.dropped, at: now()) })
            batch.deliveries = pairs.filter { $0.1 != nil }.map(\.0)
        }
        let posts = Post.of(
            messages.compactMap(\.self), key: batch.key, over: channel, wording,
            texts: deliveries.first?.texts ?? [])
        return (posts, wording)
    }

    /// Says in the store that an attempt begins, before anything leaves the house: what was recorded since the batch was
    /// chosen, and a store that belongs to another process by now, stop it here; and after a crash it is known which
    /// attempts came to no end.
    private func begin(_ batch: inout Batch, _ isGoingOn: Bool) async throws {
        let before = batch.deliveries
        let moment = now()
        let begun = before.map { delivery in
            var delivery = delivery
            if !isGoingOn { delivery.attempts += 1 }
            delivery.batch = batch.key
            delivery.attemptedAt = moment
            delivery.unsure = true
            return delivery
        }
        try await replace(before, by: begun)
        batch.deliveries = begun
    }

    /// - Parameter unsure: of each delivery before the attempt.
    private func conclude(_ batch: Batch, _ verdict: DeliveryVerdict, _ unsure: [Bool]? = nil) async throws {
        let moment = now()
        let retry = options.retry
        let attempts = batch.deliveries.map(\.attempts).max() ?? 0
        var pause = retry.wait(afterAttempts: attempts, key: batch.key).map { max($0, verdict.retryAfter ?? 0) }
        if verdict.outcome == .throttled {
            let quiet = verdict.retryAfter ?? retry.throttle ?? batch.channel.kind.throttle
            var plan = plan(batch.channel)
            plan.keepQuiet(until: moment + quiet)
            plans[batch.channel.id] = plan
            pause = pause.map { _ in quiet }
        }
        let concluded = zip(batch.deliveries, unsure ?? batch.deliveries.map(\.unsure))
            .map { delivery, unsure in
                var delivery = delivery
                delivery.unsure = verdict.outcome != .delivered && (unsure || verdict.unsure)
                delivery.code = verdict.code
                delivery.reason = verdict.reason.isEmpty ? nil : verdict.reason
                switch verdict.outcome {
                case .delivered: return delivery.settled(.delivered, at: moment)
                case .refused, .gone: return delivery.settled(.dead, at: moment)
                case .throttled, .failed:
                    guard let pause else { return delivery.settled(.dead, at: moment) }
                    delivery.nextAttempt = moment + pause
                    return delivery
                }
            }
        try await replace(batch.deliveries, by: concluded)
        tell(batch, verdict)
        if verdict.outcome == .gone { try await bureau.disable(batch.channel.id, reason: verdict.reason) }
    }

    /// A batch was chosen from a view of the outbox that is older than its last attempt.
    private struct Superseded: Error {}

    /// - Parameter before: as the store has them, or nothing is changed and ``Superseded`` thrown.
    private func replace(_ before: [Delivery], by after: [Delivery]) async throws {
        guard let first = after.first else { return }
        let command = Command(id: "delivery-\(first.id)-\(now())", actor: "zsd", verb: "notify.delivery", digest: [])
        _ = try await bureau.store.write(command) { writing in
            guard try writing.deliveries(DeliveryFilter(ids: before.map(\.id))) == before else { throw Superseded() }
            for delivery in after { try writing.update(delivery) }
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
    fileprivate func settled(_ state: State, at moment: Int64) -> Delivery {
        var settled = self
        settled.state = state
        settled.settledAt = moment
        settled.nextAttempt = nil
        if state != .dead { settled.texts = [] }
        return settled
    }
}
