import CSQLite
import Glibc

/// The peer of P1 and P2: one connection of SQLite's own library, a write-ahead log, one row a commit, nothing else.
enum RawCommits {
    struct Result: Encodable {
        var rate: Double
        var count: Int
        /// As read back: 2 is FULL, 0 is OFF.
        var synchronous: Int
    }

    static func measure(file: String, seconds: Double, synchronous: String) throws -> Result {
        var database: OpaquePointer?
        guard sqlite3_open(file, &database) == SQLITE_OK, let database else { throw Failure("cannot open \(file)") }
        defer { sqlite3_close(database) }
        for sql in [
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = \(synchronous)",
            "CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, at INTEGER, officer INTEGER, text TEXT) STRICT",
        ] {
            try check(sqlite3_exec(database, sql, nil, nil, nil), database)
        }
        var insert: OpaquePointer?
        let sql = "INSERT INTO entry (at, officer, text) VALUES (?, ?, '走访渝新能源，商定11月签约')"
        try check(sqlite3_prepare_v2(database, sql, -1, &insert, nil), database)
        defer { sqlite3_finalize(insert) }
        let start = monotonicSeconds()
        var count = 0
        while monotonicSeconds() - start < seconds {
            sqlite3_bind_int64(insert, 1, Int64(count))
            sqlite3_bind_int64(insert, 2, Int64(count % 64))
            guard sqlite3_step(insert) == SQLITE_DONE else { throw Failure(String(cString: sqlite3_errmsg(database))) }
            sqlite3_reset(insert)
            count += 1
        }
        let rate = Double(count) / (monotonicSeconds() - start)
        return Result(rate: rate, count: count, synchronous: try pragma("synchronous", database))
    }

    private static func pragma(_ name: String, _ database: OpaquePointer) throws -> Int {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v2(database, "PRAGMA \(name)", -1, &statement, nil), database)
        defer { sqlite3_finalize(statement) }
        guard sqlite3_step(statement) == SQLITE_ROW else { throw Failure("PRAGMA \(name) has no value") }
        return Int(sqlite3_column_int64(statement, 0))
    }

    private static func check(_ code: Int32, _ database: OpaquePointer) throws {
        guard code == SQLITE_OK else { throw Failure(String(cString: sqlite3_errmsg(database))) }
    }
}
