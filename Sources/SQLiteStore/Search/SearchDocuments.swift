import Bureau
import Promotion
import WorkCalendar

/// What can be found of the records of a kind: one row a record, its fields as lines of one text.
struct SearchDocuments {
    let kind: SearchKind

    /// Columns in the order `read` takes them, with everything that stands before the condition.
    var select: String {
        switch kind {
        case .entry:
            """
            SELECT e.id, e.unit, e.date, coalesce(t.body, '')
                || coalesce(char(10) || (
                    SELECT group_concat(n.body, char(10)) FROM json_each(e.links) AS l
                    JOIN text AS n ON n.id = json_extract(l.value, '$.name._0.id')), '')
                || coalesce(char(10) || (SELECT group_concat(value, char(10)) FROM json_each(e.tags)), '')
                || coalesce(char(10) || (SELECT group_concat(value, char(10)) FROM json_each(e.attributes)), '')
            FROM entry AS e LEFT JOIN text AS t ON t.id = e.text
            """
        case .enterprise, .lead, .project:
            """
            SELECT s.number, s.unit, s.date, s.names
                || coalesce(char(10) || (
                    SELECT group_concat(t.body, char(10)) FROM json_each(s.texts) AS l JOIN text AS t ON t.id = l.value), '')
            FROM searchable AS s
            """
        }
    }

    var isKind: String { kind == .entry ? "1" : "s.kind = \(kind.stored)" }
    var number: String { kind == .entry ? "e.id" : "s.number" }
    var unit: String { kind == .entry ? "e.unit" : "s.unit" }
    var date: String { kind == .entry ? "e.date" : "s.date" }

    func numbers(_ numbers: ClosedRange<Int64>) -> (sql: String, values: [any SQLBindable]) {
        (select + " WHERE \(isKind) AND \(number) BETWEEN ? AND ?", [numbers.lowerBound, numbers.upperBound])
    }

    /// The highest number given out: segments up to it are whole.
    func last(_ connection: Connection) throws -> Int64 {
        if let table = LogHead.lasting[kind.prefix] {
            return try connection.first("SELECT max(id) FROM \(table)") { $0.integer(0) } ?? 0
        }
        return try connection.first("SELECT last FROM counter WHERE prefix = ?", kind.prefix) { $0.integer(0) } ?? 0
    }

    /// Numbers of the records that hold one of the texts.
    func holders(of texts: some Sequence<Int64>, _ connection: Connection) throws -> [Int64] {
        let list = RecordCoding.list(texts)
        switch kind {
        case .entry:
            return try connection.all(
                """
                SELECT id FROM entry WHERE text IN (SELECT value FROM json_each(?1))
                    OR links IS NOT NULL AND EXISTS (
                        SELECT 1 FROM json_each(links) AS l
                        WHERE json_extract(l.value, '$.name._0.id') IN (SELECT value FROM json_each(?1)))
                """, list
            ) { $0.integer(0) }
        case .enterprise, .lead, .project:
            return try connection.all(
                """
                SELECT number FROM searchable WHERE kind = ? AND EXISTS (
                    SELECT 1 FROM json_each(texts) AS l WHERE l.value IN (SELECT value FROM json_each(?)))
                """, kind.stored, list
            ) { $0.integer(0) }
        }
    }
}
