import Bureau
import GRDB
import Labels
import Synchronization
import WorkCalendar

/// The one writer. Commands queue while a commit waits for the disk; the next commit takes them all.
///
/// Nobody's going away stops it: a caller that is cancelled gets its answer all the same.
final class CommitQueue: Sendable {
    typealias Body = @Sendable (any Writing) throws -> Outcome

    private struct Job: Sendable {
        var command: Command
        var body: Body
        var caller: CheckedContinuation<CommandResult, any Error>
    }

    private enum State: Sendable {
        case idle
        /// A loop on the writer's thread takes what is waiting.
        case committing
        case broken(ZhaoshangError)
        case closed
    }

    private struct Queue: Sendable {
        var state = State.idle
        var waiting: [Job] = []
    }

    private let database: any DatabaseWriter
    private let options: StoreOptions
    private let records: KeptRecords
    private let clock: @Sendable () -> Instant
    private let queue = Mutex(Queue())
    /// Touched by the writer's thread alone; the lock is for the compiler.
    private let head: Mutex<LogHead>

    /// Texts were erased whose bytes the write-ahead log still holds.
    private let owesCheckpoint = Mutex(true)

    private let epoch: Int64
    private let key: Mutex<DigestKey>

    init(
        _ database: any DatabaseWriter, head: LogHead, epoch: Int64, key: DigestKey, records: KeptRecords,
        options: StoreOptions, clock: @escaping @Sendable () -> Instant
    ) {
        self.database = database
        self.head = Mutex(head)
        self.epoch = epoch
        self.key = Mutex(key)
        self.records = records
        self.options = options
        self.clock = clock
    }

    var committedHead: LogHead { head.withLock { $0 } }
    /// Commands that no transaction holds yet.
    var waitingCount: Int { queue.withLock { $0.waiting.count } }

    func run(_ command: Command, _ body: @escaping Body) async throws -> CommandResult {
        try await withCheckedThrowingContinuation { caller in
            enqueue(Job(command: command, body: body, caller: caller))
        }
    }

    /// Runs a check that throws `fenced` where another process has taken over: then nothing is accepted any more.
    func checkEpoch(_ check: () async throws -> Void) async throws {
        do {
            try await check()
        } catch let error as ZhaoshangError where error.code == .fenced {
            breakDown(error)
            throw error
        }
    }

    /// What a call after `close` is told, as by a file that was closed.
    func checkOpen() throws {
        if case .closed = queue.withLock({ $0.state }) { throw Self.closing }
    }

    /// Refuses new commands; those already waiting are still answered.
    func close() {
        queue.withLock { queue in
            if case .broken = queue.state { return }
            queue.state = .closed
        }
    }

    private func enqueue(_ job: Job) {
        enum Step {
            case wait
            case start
            case refuse(any Error)
        }
        let step: Step = queue.withLock { queue in
            switch queue.state {
            case .idle:
                queue.state = .committing
                queue.waiting.append(job)
                return .start
            case .committing:
                queue.waiting.append(job)
                return .wait
            case .broken(let error): return .refuse(error)
            case .closed: return .refuse(Self.closing)
            }
        }
        switch step {
        case .wait: break
        case .start: database.asyncWriteWithoutTransaction { self.drain(Connection($0)) }
        case .refuse(let error): job.caller.resume(throwing: error)
        }
    }

    /// At most `batchLimit` waiting commands, oldest first. Nothing waiting ends the loop.
    private func nextBatch() -> [Job] {
        queue.withLock { queue in
            if queue.waiting.isEmpty {
                if case .committing = queue.state { queue.state = .idle }
                return []
            }
            let batch = Array(queue.waiting.prefix(options.batchLimit))
            queue.waiting.removeFirst(batch.count)
            return batch
        }
    }

    // MARK: - On the writer's thread

    private func drain(_ connection: Connection) {
        while true {
            let batch = nextBatch()
            if batch.isEmpty { return }
            commit(batch, connection)
        }
    }

    private func commit(_ batch: [Job], _ connection: Connection) {
        let before = committedHead
        let writer = LogWriter(connection, head: before)
        do {
            if case .broken(let error) = queue.withLock({ $0.state }) { throw error }
            try connection.run("BEGIN IMMEDIATE")
            try Epoch.check(epoch, connection)
            var answers: [Result<CommandResult, any Error>] = []
            answers.reserveCapacity(batch.count)
            for job in batch { answers.append(try attempt(job, writer, committed: before.seq)) }
            let renewed = writer.erases ? try DigestKey.renew(connection, head: writer.head.seq) : nil
            try options.beforeCommit?(batch.count)
            try connection.run("COMMIT")
            if let renewed { key.withLock { $0 = renewed } }
            head.withLock { $0 = writer.head }
            if writer.erases { owesCheckpoint.withLock { $0 = true } }
            settleErasure(connection)
            for (job, answer) in zip(batch, answers) { job.caller.resume(with: answer) }
        } catch {
            connection.rollBack()
            let failure = (error as? SQLiteFailure)?.reported ?? error
            let isFenced = (error as? ZhaoshangError)?.code == .fenced
            if isFenced || (error as? SQLiteFailure)?.breaksStore == true { breakDown(failure) }
            for job in batch { job.caller.resume(throwing: failure) }
        }
    }

    /// Writes the log of writes into the file and cuts it to nothing: what was erased is in neither then. A reader that
    /// still looks at the state before holds it up for a moment; then it is tried again after the next commit.
    private func settleErasure(_ connection: Connection) {
        guard owesCheckpoint.withLock({ $0 }) else { return }
        do {
            try connection.run("PRAGMA busy_timeout = 250")
            let isBusy = try connection.first("PRAGMA wal_checkpoint(TRUNCATE)") { $0.integer(0) } ?? 0
            try connection.run("PRAGMA busy_timeout = 10000")
            if isBusy == 0 { owesCheckpoint.withLock { $0 = false } }
        } catch {
            // What was committed stands; the debt stays.
            return
        }
    }

    /// One command in its savepoint. Throws only what the whole batch must fail with.
    private func attempt(_ job: Job, _ writer: LogWriter, committed: Int64) throws -> Result<CommandResult, any Error> {
        let connection = writer.connection
        let (before, erased) = (writer.head, writer.erases)
        try connection.run("SAVEPOINT command")
        do {
            let result = try execute(job, writer, committed: committed)
            // A caller may have swallowed the failure that undid the transaction under it.
            if let spoiled = connection.spoiled { throw spoiled }
            if job.command.dryRun { try undo(to: before, erases: erased, writer) }
            try connection.run("RELEASE command")
            return .success(result)
        } catch {
            if let spoiled = connection.spoiled { throw spoiled }
            guard connection.isInsideTransaction else { throw error }
            try undo(to: before, erases: erased, writer)
            try connection.run("RELEASE command")
            return .failure((error as? SQLiteFailure)?.reported ?? error)
        }
    }

    private func execute(_ job: Job, _ writer: LogWriter, committed: Int64) throws -> CommandResult {
        let command = job.command
        let key = key.withLock { $0 }
        if let first = try CommandRecord.replay(command, key, writer.connection) { return first }
        let now = max(clock(), writer.head.instant ?? Instant(milliseconds: .min))
        let session = WriteSession(command, writer: writer, now: now, records: records, committedSeq: committed)
        let outcome = try job.body(session)
        var events = session.events
        if let first = events.first, let last = events.last {
            try writer.settleSums()
            try writer.settleSearch()
            try CommandRecord.insert(command, key, outcome: outcome, events: first...last, at: now, writer.connection)
        }
        if command.dryRun { events = [] }
        return CommandResult(command: command.id, events: events, outcome: outcome, replayed: false)
    }

    private func undo(to head: LogHead, erases: Bool, _ writer: LogWriter) throws {
        try writer.connection.run("ROLLBACK TO command")
        writer.head = head
        writer.erases = erases
        writer.search = SearchChanges(counters: head.counters)
        writer.sums = PendingSums()
    }

    /// Once a write failed, nobody knows what the kernel will still write: stop acknowledging anything.
    private func breakDown(_ failure: any Error) {
        let error =
            failure as? ZhaoshangError
            ?? ZhaoshangError(.ioFailure, zh: "读写磁盘失败", en: "The disk failed")
        let waiting: [Job]? = queue.withLock { queue in
            if case .broken = queue.state { return nil }
            queue.state = .broken(error)
            defer { queue.waiting = [] }
            return queue.waiting
        }
        guard let waiting else { return }
        for job in waiting { job.caller.resume(throwing: error) }
        options.onBroken?(error)
    }

    private static let closing = ZhaoshangError(
        .shuttingDown, zh: "服务正在停止", en: "The service is shutting down")
}
