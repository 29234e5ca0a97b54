import GRDBSQLite
import Identifiers
import Labels
import WorkCalendar

/// The row a statement stands on; valid only inside the closure that gets it. Columns count from 0.
struct ResultRow {
    let statement: OpaquePointer

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    func flag(_ column: Int32) -> Bool { integer(column) != 0 }

    func text(_ column: Int32) -> String { optionalText(column) ?? "" }

    func optionalText(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(statement, column) else { return nil }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    /// The bytes where SQLite has them.
    func withBlob<Value>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        let start = sqlite3_column_blob(statement, column)
        return try body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func instant(_ column: Int32) -> Instant { Instant(milliseconds: integer(column)) }

    func optionalInstant(_ column: Int32) -> Instant? { isNull(column) ? nil : instant(column) }

    func id<Kind>(_ column: Int32) -> Identifier<Kind> { Identifier(integer(column)) }

    func date(_ column: Int32) throws -> CivilDate { try value(column, CivilDate.init) }

    func subject(_ column: Int32) throws -> Subject { try value(column) { Subject($0) } }

    /// A text that `read` understands; anything else means that the file holds what this program never wrote.
    func value<Value>(_ column: Int32, _ read: (String) -> Value?) throws -> Value {
        let stored = text(column)
        guard let value = read(stored) else { throw Self.unreadable(stored, column: name(column)) }
        return value
    }

    private func name(_ column: Int32) -> String {
        sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "column \(column)"
    }

    private static func unreadable(_ text: String, column: String) -> ZhaoshangError {
        ZhaoshangError(
            .damagedStore, zh: "数据库中有无法读取的值", en: "The store holds a value that cannot be read",
            details: ["column": .text(column), "value": .text(text)])
    }
}
