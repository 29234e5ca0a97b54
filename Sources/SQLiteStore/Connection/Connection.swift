import GRDB
import GRDBSQLite

/// One connection during one access: cached statements, bound and stepped without detours.
///
/// GRDB owns the connection, its threads and the cache of statements; rows and parameters go straight through SQLite,
/// because an accepted entry runs some twenty statements and each detour would cost it twenty times.
final class Connection {
    private let database: Database
    /// The first failure after which the running transaction cannot be trusted, even if a caller swallowed it.
    private(set) var spoiled: SQLiteFailure?

    init(_ database: Database) {
        self.database = database
    }

    /// Runs a statement that gives no rows, or whose rows do not matter.
    func run<each Value: SQLBindable>(_ sql: String, _ values: repeat each Value) throws {
        let statement = try prepared(sql, repeat each values)
        defer { finish(statement) }
        while try step(statement, sql) {}
    }

    func all<Element, each Value: SQLBindable>(
        _ sql: String, _ values: repeat each Value, read: (ResultRow) throws -> Element
    ) throws -> [Element] {
        let statement = try prepared(sql, repeat each values)
        defer { finish(statement) }
        var elements: [Element] = []
        while try step(statement, sql) { elements.append(try read(ResultRow(statement: statement))) }
        return elements
    }

    func first<Element, each Value: SQLBindable>(
        _ sql: String, _ values: repeat each Value, read: (ResultRow) throws -> Element
    ) throws -> Element? {
        let statement = try prepared(sql, repeat each values)
        defer { finish(statement) }
        return try step(statement, sql) ? try read(ResultRow(statement: statement)) : nil
    }

    /// For statements that were put together from a filter.
    func all<Element>(
        _ sql: String, binding values: [any SQLBindable], read: (ResultRow) throws -> Element
    ) throws -> [Element] {
        let statement = try statement(sql)
        defer { finish(statement) }
        for (index, value) in values.enumerated() {
            try check(value.bind(to: statement, at: Int32(index + 1)), sql)
        }
        var elements: [Element] = []
        while try step(statement, sql) { elements.append(try read(ResultRow(statement: statement))) }
        return elements
    }

    /// Hands each row to `visit` as it comes, for results too large to hold.
    func each<each Value: SQLBindable>(
        _ sql: String, _ values: repeat each Value, visit: (ResultRow) throws -> Void
    ) throws {
        let statement = try prepared(sql, repeat each values)
        defer { finish(statement) }
        while try step(statement, sql) { try visit(ResultRow(statement: statement)) }
    }

    /// For statements that were put together from a filter; ends early when `visit` says false.
    func visit(_ sql: String, binding values: [any SQLBindable], visit: (ResultRow) throws -> Bool) throws {
        let statement = try statement(sql)
        defer { finish(statement) }
        for (index, value) in values.enumerated() {
            try check(value.bind(to: statement, at: Int32(index + 1)), sql)
        }
        while try step(statement, sql), try visit(ResultRow(statement: statement)) {}
    }

    /// Hands the first `columns` of a row of another connection to a statement of this one, as they are stored.
    func copy(_ row: ResultRow, into sql: String, columns: Int) throws {
        let statement = try statement(sql)
        defer { finish(statement) }
        for column in 0..<Int32(columns) {
            try check(sqlite3_bind_value(statement, column + 1, sqlite3_column_value(row.statement, column)), sql)
        }
        _ = try step(statement, sql)
    }

    /// Several statements in one text, without parameters.
    func script(_ sql: String) throws {
        try check(sqlite3_exec(database.sqliteConnection, sql, nil, nil, nil), sql)
    }

    var isInsideTransaction: Bool { sqlite3_get_autocommit(database.sqliteConnection) == 0 }

    /// Ends whatever transaction is still open; a failed one may have ended itself.
    func rollBack() {
        spoiled = nil
        guard isInsideTransaction else { return }
        _ = sqlite3_exec(database.sqliteConnection, "ROLLBACK", nil, nil, nil)
    }

    var lastInsertedID: Int64 { sqlite3_last_insert_rowid(database.sqliteConnection) }

    // MARK: - Statements

    /// A statement to be stepped by hand; `finish` it.
    func prepared<each Value: SQLBindable>(_ sql: String, _ values: repeat each Value) throws -> OpaquePointer {
        let statement = try statement(sql)
        var index: Int32 = 1
        for value in repeat each values {
            try check(value.bind(to: statement, at: index), sql)
            index += 1
        }
        return statement
    }

    func step(_ statement: OpaquePointer, _ sql: String) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code, sql)
        }
    }

    /// Frees the statement for its next use; the failure of a step was thrown by `step`.
    func finish(_ statement: OpaquePointer) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    private func statement(_ sql: String) throws -> OpaquePointer {
        do {
            return try database.cachedStatement(sql: sql).sqliteStatement
        } catch let error as DatabaseError {
            throw remember(
                SQLiteFailure(code: error.extendedResultCode.rawValue, message: error.message ?? "", sql: sql))
        }
    }

    private func check(_ code: Int32, _ sql: String) throws {
        if code != SQLITE_OK { throw failure(code, sql) }
    }

    private func failure(_ code: Int32, _ sql: String) -> SQLiteFailure {
        let handle = database.sqliteConnection
        let message = sqlite3_errmsg(handle).map { String(cString: $0) } ?? ""
        return remember(SQLiteFailure(code: code, message: message, sql: sql))
    }

    private func remember(_ failure: SQLiteFailure) -> SQLiteFailure {
        if failure.spoilsTransaction, spoiled == nil { spoiled = failure }
        return failure
    }
}
