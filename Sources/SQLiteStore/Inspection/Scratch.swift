import Bureau
import GRDB
import Migrations
import WorkCalendar

/// The state as of an event, derived again from the log into a database of its own.
///
/// Texts and accepted commands are not derived but copied; what the log says of them (erased, taken back) is.
final class Scratch: Sendable {
    let database: DatabaseQueue
    let events: Int64

    /// Replays the events up to `seq` that `live` sees. The database lives in memory and spills to a temporary file
    /// that has no name.
    init(replaying live: Connection, through seq: Int64) throws {
        let queue = try DatabaseQueue(path: "", configuration: SQLiteStore.configuration(StoreOptions()))
        do {
            events = try Self.replay(live, through: seq, into: queue)
        } catch {
            // The replay's failure is the one to tell.
            try? ClosedConnections.close(queue)
            throw error
        }
        database = queue
    }

    private static func replay(_ live: Connection, through seq: Int64, into queue: DatabaseQueue) throws -> Int64 {
        try queue.writeWithoutTransaction { database in
            let connection = Connection(database)
            try connection.run("PRAGMA synchronous = OFF")
            try Schema(migrations: Migrations.all).complete(connection, from: 0)
            // Commands stand before their events here, and reversals find them.
            try connection.run("PRAGMA foreign_keys = OFF")
            try connection.run("BEGIN")
            try Self.copyTexts(from: live, to: connection)
            try Self.copyCommands(from: live, to: connection, through: seq)
            let writer = LogWriter(connection, head: LogHead())
            try live.each("SELECT \(Event.columns) FROM event WHERE seq <= ? ORDER BY seq", seq) {
                try writer.store(Event(row: $0))
            }
            try writer.settleSums()
            try writer.settleSearch()
            try connection.run("COMMIT")
            return writer.head.seq
        }
    }

    deinit {
        // A file without a name goes with its connection; there is nothing to say where that fails.
        try? ClosedConnections.close(database)
    }

    private static func copyTexts(from live: Connection, to connection: Connection) throws {
        try live.each("SELECT id, key, digest, body, erased_at FROM text") { row in
            try connection.run(
                "INSERT INTO text (id, key, digest, body, erased_at) VALUES (?, ?, ?, ?, ?)", row.integer(0),
                row.isNull(1) ? nil : row.blob(1), row.text(2), row.optionalText(3), row.optionalInteger(4))
        }
    }

    private static func copyCommands(from live: Connection, to connection: Connection, through seq: Int64) throws {
        try live.each(
            """
            SELECT id, actor, on_behalf, digest, verb, outcome, undoable, first_seq, last_seq, at
            FROM command WHERE last_seq <= ?
            """, seq
        ) { row in
            try connection.run(
                """
                INSERT INTO command (id, actor, on_behalf, digest, verb, outcome, undoable, first_seq, last_seq, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, row.text(0), row.text(1), row.optionalText(2), row.blob(3), row.text(4), row.text(5),
                row.integer(6), row.integer(7), row.integer(8), row.integer(9))
        }
    }
}
