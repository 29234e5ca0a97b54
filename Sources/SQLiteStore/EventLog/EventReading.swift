import Bureau
import Identifiers
import WorkCalendar

extension ConnectedReading {
    func headSeq() throws -> Int64 {
        try connection.first("SELECT max(seq) FROM event") { $0.integer(0) } ?? 0
    }

    func lastInstant() throws -> Instant? {
        try connection.first("SELECT instant FROM event ORDER BY seq DESC LIMIT 1") { $0.instant(0) }
    }

    /// The events of a command stand together, so their numbers are enough to find them.
    func events(command: String) throws -> [Event] {
        guard let range = try self.command(command).map({ ($0.firstSeq, $0.lastSeq) }) else { return [] }
        return try connection.all(
            "SELECT \(Event.columns) FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq", range.0, range.1,
            read: Event.init(row:))
    }

    func events(subject: String, limit: Int) throws -> [Event] {
        guard let task = taskNumber(subject) else {
            return try connection.all(
                "SELECT \(Event.columns) FROM event WHERE subject = ? ORDER BY seq DESC LIMIT ?", subject, limit,
                read: Event.init(row:))
        }
        // Tasks are made, moved and missed many at a time, by events whose subject is something else.
        return try connection.all(
            """
            SELECT \(Event.columns) FROM event WHERE seq IN (
                SELECT seq FROM event WHERE subject = ?
                UNION SELECT seq FROM task WHERE id = ?
                UNION SELECT last_seq FROM task WHERE id = ?
                UNION SELECT seq FROM task_due_history WHERE task = ?)
            ORDER BY seq DESC LIMIT ?
            """, subject, task, task, task, limit, read: Event.init(row:))
    }

    func lastSeq(subject: String) throws -> Int64? {
        let own = try connection.first(
            "SELECT seq FROM event WHERE subject = ? ORDER BY seq DESC LIMIT 1", subject
        ) { $0.integer(0) }
        guard let task = taskNumber(subject) else { return own }
        let touched = try connection.first("SELECT last_seq FROM task WHERE id = ?", task) { $0.integer(0) }
        return [own, touched].compactMap { $0 }.max()
    }

    func events(after seq: Int64, limit: Int) throws -> [Event] {
        try connection.all(
            "SELECT \(Event.columns) FROM event WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit, read: Event.init(row:))
    }

    func storeSize() throws -> Int64 {
        let pages = try connection.first("PRAGMA page_count") { $0.integer(0) } ?? 0
        let size = try connection.first("PRAGMA page_size") { $0.integer(0) } ?? 0
        return pages * size
    }

    private func taskNumber(_ subject: String) -> Int64? {
        subject.hasPrefix("T-") ? TaskID(subject)?.number : nil
    }
}

extension Event {
    /// In the order `init(row:)` reads them.
    static let columns = "seq, instant, actor, on_behalf, command, verb, subject, payload, hash"

    init(row: ResultRow) {
        self.init(
            seq: row.integer(0), instant: row.instant(1), actor: row.text(2), onBehalf: row.optionalText(3),
            command: row.text(4), verb: row.text(5), subject: row.text(6), payload: row.blob(7), hash: row.blob(8))
    }
}
