public import Bureau
import GRDB
import Labels
import WorkCalendar

/// The log and its projections in one SQLite file.
///
/// One connection writes, in group commits; several read, each from a view of its own. Open it with
/// `open(path:options:now:)`; exactly one process may.
public final class SQLiteStore: Store {
    let database: any DatabaseWriter
    let commits: CommitQueue
    let records: KeptRecords
    let options: StoreOptions
    private let epoch: Int64
    private let turns: ReadTurns
    /// nil for one in memory.
    let path: String?

    init(
        _ database: any DatabaseWriter, path: String? = nil, options: StoreOptions,
        records: KeptRecords = KeptRecords(), now: @escaping @Sendable () -> Instant
    ) throws {
        self.database = database
        self.path = path
        self.options = options
        self.records = records
        turns = ReadTurns(options.readers)
        let (head, epoch, key) = try database.writeWithoutTransaction { database in
            let connection = Connection(database)
            let head = try LogHead.load(connection)
            try connection.run("BEGIN IMMEDIATE")
            try LogWriter(connection, head: head).completeSearch()
            try EnterpriseNameIndexing.complete(connection)
            let key = try DigestKey.load(connection, head: head.seq)
            try connection.run("COMMIT")
            return (head, try Epoch.raise(connection), key)
        }
        self.epoch = epoch
        commits = CommitQueue(
            database, head: head, epoch: epoch, key: key, records: records, options: options, clock: now)
    }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Reading) throws -> Value
    ) async throws -> Value {
        try await viewing { [records] in try body(ConnectionReading(connection: $0, records: records)) }
    }

    public func write(
        _ command: Command, _ body: @escaping @Sendable (any Writing) throws -> Outcome
    ) async throws -> CommandResult {
        try await commits.run(command, body)
    }

    public func checkEpoch() async throws {
        try await commits.checkEpoch { [epoch] in try await self.viewing { try Epoch.check(epoch, $0) } }
    }

    public var organisationRevision: Int64 { commits.committedHead.organisationRevision }

    /// Answers what is waiting, then closes the file. Later calls throw.
    public func close() async throws {
        commits.close()
        // The writer's thread takes its turns in order: when this one comes, the commands before it are answered.
        try await database.writeWithoutTransaction { _ in }
        // One in memory may have a successor; its connection goes with the last of them.
        if path != nil { try database.close() }
    }

    /// One consistent view; failures of SQLite become errors of this project.
    func viewing<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        do {
            await turns.take()
            defer { turns.end() }
            try Task.checkCancellation()
            return try view(body)
        } catch let failure as SQLiteFailure {
            throw failure.reported
        } catch let error as DatabaseError {
            throw SQLiteFailure(code: error.extendedResultCode.rawValue, message: error.message ?? "").reported
        }
    }

    /// On the caller's thread.
    private func view<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        guard path == nil else { return try database.read { try body(Connection($0)) } }
        // The one connection of a store in memory answers in turn. Made read-only for the length of a view, it would
        // forget its prepared statements.
        try commits.checkOpen()
        return try database.unsafeRead { try body(Connection($0)) }
    }
}
