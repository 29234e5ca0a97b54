import Bureau
import Cadence
import Identifiers
import Notification
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

/// The store with a planted bug around it: what it does more, or sooner, than it was asked.
struct PlantedStore: Store {
    let inner: SQLiteStore
    let bug: PlantedBug
    let box: PlantedBug.Box
    let receiver: SimulatedReceiver
    let clock: SimulatedClock

    init(
        _ inner: SQLiteStore, bug: PlantedBug, box: PlantedBug.Box, receiver: SimulatedReceiver, clock: SimulatedClock
    ) {
        self.inner = inner
        self.bug = bug
        self.box = box
        self.receiver = receiver
        self.clock = clock
    }

    func write(
        _ command: Command, _ body: @escaping @Sendable (any Writing) throws -> Outcome
    ) async throws -> CommandResult {
        switch (bug.number, command.verb) {
        case (8, "reminder.decided"): try await tellBefore(command, body)
        case (24, _): try await takeEpochBack()
        default: break
        }
        let facts = box.facts.withLock { $0 }
        let (number, now) = (bug.number, clock.now())
        return try await inner.write(command) { writing in
            let before = try writing.headSeq()
            let outcome = try body(writing)
            switch (number, command.verb) {
            case (7, "scheduler.tick") where now.date.day > 5:
                try writing.setMark("clock.mark", (now - 40 * Instant.day).iso8601)
            case (9, "reminder.decided"): try writing.acknowledgeAll()
            case (10, "reminder.decided"):
                if let task = facts.closed { try writing.tell(task, level: 9, to: .unit(UnitID(2)), "stale/\(before)") }
            case (11, "reminder.decided"):
                if let told = facts.told {
                    try writing.tell(told.task, level: 1, to: told.recipient, "again/\(before)")
                }
            case (20, "reminder.decided"): try writing.tellOneByOne(since: before, at: now - Instant.day)
            case (13, "scheduler.tick"): if let task = facts.closed { try writing.miss(task) }
            case (16, _): if let task = facts.waiting { try writing.submit(task) }
            case (17, "entry.log"): try writing.dateToday(outcome.id)
            case (18, "rule.backfill"): try writing.moveOne()
            case (19, "rule.resume"): try writing.ask(since: before)
            default: break
            }
            return outcome
        }
    }

    /// What is decided is found out by a rehearsal, and sent before anything is kept of it.
    private func tellBefore(
        _ command: Command, _ body: @escaping @Sendable (any Writing) throws -> Outcome
    ) async throws {
        var rehearsal = command
        rehearsal.id += "-rehearsal"
        rehearsal.dryRun = true
        let found = Mutex<[String]>([])
        _ = try await inner.write(rehearsal) { writing in
            let outcome = try body(writing)
            let keys = try writing.deliveries(DeliveryFilter(states: [.pending])).map(\.message)
            found.withLock { $0 = keys }
            return outcome
        }
        let channels = try await inner.read { try $0.channels() }
        guard let channel = channels.first(where: { !$0.kind.gathers }) else { return }
        for key in found.withLock({ $0 }) {
            let post = Post(key: key, subject: "", text: "", document: [])
            _ = await receiver.take(post, over: channel)
        }
    }

    /// The one who took over raised the number by one.
    private func takeEpochBack() async throws {
        let successor = box.facts.withLock { facts in
            defer { facts.successor = nil }
            return facts.successor
        }
        guard let successor else { return }
        let command = Command(id: "epoch-\(clock.now())", actor: "bug", verb: "bug", digest: [])
        _ = try await successor.write(command) { writing in
            let epoch = try writing.mark("store.epoch").flatMap { Int64($0) } ?? 0
            try writing.setMark("store.epoch", String(epoch - 1))
            return Outcome(undoable: false)
        }
    }

    // MARK: what is passed on

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value {
        try await inner.read(body)
    }

    func checkEpoch() async throws {
        if bug.number == 24 { try await takeEpochBack() }
        try await inner.checkEpoch()
    }
    var organisationRevision: Int64 { inner.organisationRevision }
    func rebuild() async throws -> RebuildReport { try await inner.rebuild() }
    func read<Value: Sendable>(
        asOf seq: Int64, _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value { try await inner.read(asOf: seq, body) }
    func verifyChain() async throws -> ChainReport { try await inner.verifyChain() }
    func inspect() async throws -> [Inspection] { try await inner.inspect() }
    func copies() throws -> [StoreCopy] { try inner.copies() }
}
