import Bureau
import Cadence
import Identifiers
import Notification
import WorkCalendar

extension ConnectedReading {
    func channels() throws -> [Channel] {
        try connection.all("SELECT record FROM channel ORDER BY id") {
            try RecordCoding.value(Channel.self, from: $0.text(0))
        }
    }

    func told(_ tasks: [TaskID]) throws -> [ReminderDecision.Told: Int] {
        var told: [ReminderDecision.Told: Int] = [:]
        try connection.each(
            "SELECT task, recipient, level FROM told WHERE task IN (SELECT value FROM json_each(?))",
            RecordCoding.list(tasks.map(\.number))
        ) { row in
            told[ReminderDecision.Told(task: row.id(0), recipient: try row.subject(1))] = Int(row.integer(2))
        }
        return told
    }

    func reminder(_ key: String) throws -> Reminder? {
        try connection.first("SELECT key, recipient, kind, at, items, detected_late FROM message WHERE key = ?", key) {
            row in
            Reminder(
                key: row.text(0), recipient: try row.subject(1), kind: try row.value(2) { Reminder.Kind(rawValue: $0) },
                items: try RecordCoding.value([Reminder.Item].self, from: row.text(4)), at: row.instant(3),
                detectedLate: row.flag(5))
        }
    }

    func forgettableCount(before: Instant) throws -> Int {
        try connection.first(
            """
            SELECT (SELECT count(*) FROM (\(Forgetting.messages))) + (SELECT count(*) FROM (\(Forgetting.told)))
            """, before, 1, before, 1
        ) { Int($0.integer(0)) } ?? 0
    }

    func deliveries(_ filter: DeliveryFilter) throws -> [Delivery] {
        var conditions: [String] = []
        var values: [any SQLBindable] = []
        if let states = filter.states {
            if states == [.pending] {
                // In the words of the partial index.
                conditions.append("state = 'pending'")
            } else {
                conditions.append("state IN (SELECT value FROM json_each(?))")
                values.append(RecordCoding.list(states.map(\.rawValue)))
            }
        }
        if let ids = filter.ids {
            conditions.append("id IN (SELECT value FROM json_each(?))")
            values.append(RecordCoding.list(ids))
        }
        if let channel = filter.channel {
            // What waits is little, and the channel's own index would go through all that ever went over it.
            conditions.append(filter.states == [.pending] ? "+channel = ?" : "channel = ?")
            values.append(channel.number)
        }
        var sql = "SELECT \(Delivery.columns) FROM delivery"
        if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
        sql += " ORDER BY id" + (filter.newestFirst ? " DESC" : "")
        if let limit = filter.limit {
            sql += " LIMIT ?"
            values.append(limit)
        }
        return try connection.all(sql, binding: values, read: Delivery.init(row:))
    }
}

extension WriteSession {
    func queue(_ delivery: Delivery) throws {
        try connection.run(
            """
            INSERT INTO delivery (message, channel, ready_at, state, attempts, next_attempt, parts)
            VALUES (?, ?, ?, ?, 0, ?, 0)
            ON CONFLICT (message, channel) DO NOTHING
            """, delivery.message, delivery.channel, delivery.readyAt, delivery.state.rawValue, delivery.nextAttempt)
    }

    func update(_ delivery: Delivery) throws {
        try connection.run(
            """
            UPDATE delivery SET state = ?, attempts = ?, next_attempt = ?, batch = ?, parts = ?, texts = ?, unsure = ?,
                code = ?, reason = ?, attempted_at = ?, settled_at = ?
            WHERE id = ?
            """, delivery.state.rawValue, delivery.attempts, delivery.nextAttempt, delivery.batch, delivery.parts,
            delivery.texts.isEmpty ? nil : try RecordCoding.text(delivery.texts), delivery.unsure, delivery.code,
            delivery.reason, delivery.attemptedAt, delivery.settledAt, delivery.id)
    }
}

extension Delivery {
    fileprivate static let columns = """
        id, message, channel, state, attempts, next_attempt, batch, parts, code, reason, attempted_at, settled_at, ready_at,
        unsure, texts
        """

    fileprivate init(row: ResultRow) throws {
        self.init(
            id: row.integer(0), message: row.text(1), channel: row.id(2), readyAt: row.instant(12),
            state: try row.value(3) { State(rawValue: $0) }, attempts: Int(row.integer(4)),
            nextAttempt: row.optionalInteger(5), batch: row.optionalText(6), parts: Int(row.integer(7)),
            texts: try row.optionalText(14).map { try RecordCoding.value([String].self, from: $0) } ?? [],
            unsure: row.flag(13), code: row.optionalText(8), reason: row.optionalText(9),
            attemptedAt: row.optionalInteger(10),
            settledAt: row.optionalInteger(11))
    }
}
