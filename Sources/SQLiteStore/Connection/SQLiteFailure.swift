import GRDBSQLite
import Labels

/// A failed call of SQLite, with its extended result code.
struct SQLiteFailure: Error, CustomStringConvertible {
    let code: Int32
    let message: String
    let sql: String

    init(code: Int32, message: String, sql: String = "") {
        self.code = code
        self.message = message
        self.sql = sql
    }

    var primaryCode: Int32 { code & 0xff }

    var description: String { "SQLite error \(code): \(message)\(sql.isEmpty ? "" : " in: " + sql)" }

    /// After these SQLite may have rolled back the whole transaction, so nothing of a batch can be kept.
    var spoilsTransaction: Bool {
        switch primaryCode {
        case SQLITE_FULL, SQLITE_IOERR, SQLITE_NOMEM, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_READONLY,
            SQLITE_PROTOCOL, SQLITE_BUSY, SQLITE_INTERRUPT, SQLITE_MISUSE:
            return true
        default: return false
        }
    }

    /// The disk or the file can no longer be trusted: what the kernel holds after a failed write is unknown.
    var breaksStore: Bool {
        switch primaryCode {
        case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_READONLY: return true
        default: return false
        }
    }

    /// What a caller is told, where the failure is the machine's and not a mistake of this program.
    var reported: any Error {
        switch primaryCode {
        case SQLITE_FULL:
            return ZhaoshangError(
                .storageFull, zh: "磁盘已满，未写入任何内容", en: "The disk is full; nothing was written",
                hint: Phrase(zh: "请腾出空间后重试，读取不受影响", en: "Free some space and try again; reading goes on"))
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            return ZhaoshangError(
                .damagedStore, zh: "数据库文件已损坏", en: "The database file is damaged",
                hint: Phrase(zh: "请从备份恢复", en: "Restore it from a backup"), details: ["sqlite": .text(message)])
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PROTOCOL:
            return ZhaoshangError(
                .ioFailure, zh: "读写磁盘失败，未写入任何内容", en: "The disk failed; nothing was written",
                details: ["sqlite": .text(message), "result": .number(Int64(code))])
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_NOMEM, SQLITE_INTERRUPT:
            return ZhaoshangError(
                .tryAgain, zh: "数据库暂时繁忙，请重试", en: "The store is busy; try again",
                details: ["sqlite": .text(message)])
        default: return self
        }
    }
}
