import GRDB
import Labels
import Migrations
public import WorkCalendar

extension SQLiteStore {
    /// Opens the store at `path`, or makes a new one where no file is. Steps of the schema that are missing are applied
    /// after a verified backup next to the file.
    ///
    /// Throws `newerSchema` (the file stays as it is, byte for byte) and `damagedStore`: whatever cannot be read is
    /// never taken for a new store.
    public static func open(
        path: String, options: StoreOptions = StoreOptions(), now: @escaping @Sendable () -> Instant
    ) throws -> SQLiteStore {
        try open(path: path, options: options, migrations: Migrations.all, now: now)
    }

    /// A store that ends with the process: for tests and for trying things out.
    public static func inMemory(
        options: StoreOptions = StoreOptions(), now: @escaping @Sendable () -> Instant
    ) throws -> SQLiteStore {
        try translating {
            let queue = try DatabaseQueue(configuration: configuration(options))
            try queue.writeWithoutTransaction { database in
                let connection = Connection(database)
                try Schema(migrations: Migrations.all).complete(connection, from: 0)
                try prepare(connection, options)
            }
            return try SQLiteStore(queue, options: options, now: now)
        }
    }

    /// The rows of this store in memory, as a process finds them that opens a file next: this one is overtaken.
    ///
    /// - Parameter cold: what was decoded for this store is decoded anew.
    public func successor(
        options: StoreOptions = StoreOptions(), cold: Bool = true, now: @escaping @Sendable () -> Instant
    ) throws -> SQLiteStore {
        guard path == nil else {
            throw ZhaoshangError(.internalError, zh: "只有内存库可以接替", en: "only a store in memory has a successor")
        }
        let records = cold ? KeptRecords() : records
        return try Self.translating { try SQLiteStore(database, options: options, records: records, now: now) }
    }

    static func open(
        path: String, options: StoreOptions, migrations: [Migration], now: @escaping @Sendable () -> Instant
    ) throws -> SQLiteStore {
        try translating {
            let schema = Schema(migrations: migrations)
            let file = StoreFile(path: path)
            if let version = try file.version(latest: schema.latest) {
                if version < schema.latest { try file.upgrade(schema, from: version) }
            } else {
                try file.create(schema)
            }
            let pool = try DatabasePool(path: path, configuration: configuration(options))
            // The pool sets synchronous to NORMAL while it opens, so this comes after.
            try pool.writeWithoutTransaction { try prepare(Connection($0), options) }
            return try SQLiteStore(pool, path: path, options: options, now: now)
        }
    }

    static func configuration(_ options: StoreOptions) -> Configuration {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.maximumReaderCount = options.readers
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        return configuration
    }

    private static func prepare(_ connection: Connection, _ options: StoreOptions) throws {
        try connection.run("PRAGMA synchronous = \(options.synchronous.rawValue)")
        let synchronous = try connection.first("PRAGMA synchronous") { $0.integer(0) }
        guard synchronous == options.synchronous.rawValue else {
            throw ZhaoshangError(
                .ioFailure, zh: "无法确保写入落盘，拒绝启动", en: "Commits cannot be made durable; refusing to serve",
                details: ["synchronous": .number(synchronous ?? -1)])
        }
        // What is erased is overwritten, in pages that stay and in those that become free.
        let secure = try connection.first("PRAGMA secure_delete = ON") { $0.integer(0) }
        guard secure == 1 else {
            throw ZhaoshangError(
                .ioFailure, zh: "无法彻底删除个人信息，拒绝启动", en: "Erased texts would stay in the file; refusing to serve",
                details: ["secure_delete": .number(secure ?? -1)])
        }
        // An accepted entry writes some sixteen pages; 16 MiB between checkpoints keep those rare next to commits.
        try connection.run("PRAGMA wal_autocheckpoint = 4096")
        try connection.run("PRAGMA cache_size = -16384")
        // A reader that stays long lets the log of writes grow; it is cut back to this at the next chance.
        try connection.run("PRAGMA journal_size_limit = 67108864")
        // Each command's savepoint keeps the pages it changes in case it is refused; beyond 64 KiB SQLite would open a
        // temporary file for them, once a command.
        try connection.run("PRAGMA temp_store = MEMORY")
        if let pages = options.maximumPages { try connection.run("PRAGMA max_page_count = \(pages)") }
    }

    /// No type and no error of GRDB leaves this room.
    static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let failure as SQLiteFailure {
            throw failure.reported
        } catch let error as DatabaseError {
            throw SQLiteFailure(code: error.extendedResultCode.rawValue, message: error.message ?? "").reported
        }
    }
}
