import GRDB
import Migrations
import Promotion
import Testing

@testable import SQLiteStore

/// The tables of records against what their nouns say of themselves.
struct RecordTableTests {
    @Test func eachNounHasATableOfItsFacets() async throws {
        let fixture = try await StoreFixture()
        for noun in RecordNouns.all {
            let columns = try await fixture.store.viewing { connection in
                try connection.all("SELECT name FROM pragma_table_info(?) ORDER BY name", noun.noun) { $0.text(0) }
            }
            let wanted = ["id"] + facets(noun) + ["record", "seq", "recorded_at", "last_seq"]
            #expect(columns == wanted.sorted())
        }
    }

    @Test func noTwoNounsShareAPrefix() {
        let prefixes = RecordNouns.all.map { $0.prefix } + ["U", "O", "J", "T", "R"]
        #expect(Set(prefixes).count == prefixes.count)
    }

    /// The step that remakes the table of tasks, on a store of the first schema with a moved task in it.
    @Test func tasksAndTheirDueHistoryComeThroughTheSecondStep() throws {
        let queue = try DatabaseQueue()
        let rows = try queue.writeWithoutTransaction { database in
            let connection = Connection(database)
            try connection.run("PRAGMA foreign_keys = ON")
            try Schema(migrations: [Migrations.all[0]]).complete(connection, from: 0)
            try connection.script(
                """
                INSERT INTO unit (id, code, active, record) VALUES (1, 'bn', 1, '{}');
                INSERT INTO task (id, source, subject, occurrence, level, period, product, unit, due_at, provisional,
                    rule_revision, calendar_revision, detected_late, state, zero, frozen, seq, last_seq)
                VALUES (7, 'R-1', 'O-2', '2026-01-05', 'day', 20458, 'inventory', 1, 99, 0, 1, 2, 0, 'open', 0, 0, 3, 4);
                INSERT INTO task_due_history VALUES (7, 4, 5, 98, 99, 'calendar 2026');
                """)
            try Schema(migrations: Migrations.all).complete(connection, from: 1)
            return try connection.all(
                """
                SELECT task.id, occurrence, level, state, due_from, cause
                FROM task JOIN task_due_history ON task_due_history.task = task.id
                """
            ) { row in (0...5).map { row.text($0) } }
        }
        #expect(rows == [["7", "2026-01-05", "day", "open", "98", "calendar 2026"]])
        let broken = try queue.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }
        #expect(broken.isEmpty)
    }

    private func facets<Record: PromotionRecord>(_ type: Record.Type) -> [String] { Record.facets.map(\.name) }
}
