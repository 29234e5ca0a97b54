import CSQLite

/// The peer of P12: a question to a file of SQLite's own, from preparing it to its last row.
enum TableScan {
    struct Result: Encodable {
        var milliseconds: Double
        var rows: Int
    }

    static func measure(file: String, sql: String) throws -> Result {
        var database: OpaquePointer?
        guard sqlite3_open_v2(file, &database, SQLITE_OPEN_READONLY, nil) == SQLITE_OK, let database else {
            throw Failure("cannot open \(file)")
        }
        defer { sqlite3_close(database) }
        let start = monotonicSeconds()
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
            throw Failure(String(cString: sqlite3_errmsg(database)))
        }
        defer { sqlite3_finalize(statement) }
        var rows = 0
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW {
            rows += 1
            code = sqlite3_step(statement)
        }
        guard code == SQLITE_DONE else { throw Failure(String(cString: sqlite3_errmsg(database))) }
        return Result(milliseconds: (monotonicSeconds() - start) * 1000, rows: rows)
    }
}
