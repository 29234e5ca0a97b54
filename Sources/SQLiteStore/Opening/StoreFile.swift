import GRDB
import Glibc
import Labels
import Migrations

/// The file before it is opened for good.
struct StoreFile {
    let path: String

    /// The schema's number, nil where there is no file. Looks only: neither the file nor the log of writes beside it
    /// changes. Throws `newerSchema` and `damagedStore`.
    func version(latest: Int) throws -> Int? {
        guard exists(path) else {
            // Writes without their file are what remains of a store, not a new one.
            if exists(path + "-wal") { throw damaged("the file is missing, its write-ahead log is not") }
            return nil
        }
        let found: (application: Int64, version: Int64)
        do {
            found = try looking { connection in
                (
                    try connection.first("PRAGMA application_id") { $0.integer(0) } ?? 0,
                    try connection.first("PRAGMA user_version") { $0.integer(0) } ?? 0
                )
            }
        } catch let failure as SQLiteFailure {
            throw damaged(failure.message)
        } catch let error as DatabaseError {
            throw damaged(error.message ?? "SQLite error \(error.extendedResultCode.rawValue)")
        }
        guard found.application == Int64(Migrations.applicationID), found.version > 0 else {
            throw damaged("application_id \(found.application), user_version \(found.version)")
        }
        guard found.version <= latest else { throw newer(found.version, latest) }
        return Int(found.version)
    }

    /// Made under another name and moved here when it is whole, so that a file at this path always is a store.
    func create(_ schema: Schema) throws {
        let draft = path + ".new"
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) }
        try changing(draft) { try schema.complete($0, from: 0) }
        guard rename(draft, path) == 0 else { throw failed("rename") }
        try StoreFile.syncFolder(of: path)
    }

    /// A step can derive from the log what no version before it kept, so the derived tables that are other ones now are
    /// written anew.
    func upgrade(_ schema: Schema, from version: Int) throws {
        try StoreBackup(of: self, version: version).make()
        try changing(path) { connection in
            // Rows that others point to are replaced; the transaction begins after this, or it would have no effect.
            try connection.run("PRAGMA foreign_keys = OFF")
            try schema.complete(connection, from: version) { connection in
                let scratch = try Scratch(replaying: connection, through: .max)
                try scratch.database.writeWithoutTransaction {
                    try ProjectionComparison(live: connection, derived: Connection($0)).renew()
                }
            }
        }
    }

    // MARK: - Access

    /// A connection that only reads.
    func looking<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        return try ClosedConnections.using(queue) { queue in
            try queue.writeWithoutTransaction { try body(Connection($0)) }
        }
    }

    private func changing(_ path: String, _ body: (Connection) throws -> Void) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try ClosedConnections.using(queue) { queue in
            try queue.writeWithoutTransaction { database in
                let connection = Connection(database)
                try connection.run("PRAGMA synchronous = FULL")
                try body(connection)
            }
        }
    }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// A new name in a folder is on the disk only after the folder is.
    static func syncFolder(of path: String) throws {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let descriptor = Glibc.open(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else { throw StoreFile(path: path).failed("open") }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw StoreFile(path: path).failed("fsync") }
    }

    // MARK: - Errors

    func damaged(_ finding: String) -> ZhaoshangError {
        ZhaoshangError(
            .damagedStore, zh: "无法读取数据库文件", en: "The database file cannot be read",
            hint: Phrase(zh: "请从备份恢复；该文件未被改动", en: "Restore a backup; this file was not changed"),
            details: ["path": .text(path), "finding": .text(finding)])
    }

    func failed(_ call: String) -> ZhaoshangError {
        let reason = String(cString: strerror(errno))
        return ZhaoshangError(
            .ioFailure, zh: "读写磁盘失败", en: "The disk failed",
            details: ["path": .text(path), "call": .text(call), "reason": .text(reason)])
    }

    private func newer(_ version: Int64, _ latest: Int) -> ZhaoshangError {
        ZhaoshangError(
            .newerSchema, zh: "数据库由更新的版本写成", en: "The database was written by a newer version",
            hint: Phrase(zh: "请升级本程序；该文件未被改动", en: "Upgrade this program; the file was not changed"),
            details: ["path": .text(path), "found": .number(version), "known": .number(Int64(latest))])
    }
}
