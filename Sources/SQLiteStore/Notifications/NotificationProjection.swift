import Cadence
import Identifiers
import Notification

extension Projection {
    func project(_ fact: ChannelChanged) throws {
        guard let channel = fact.after else {
            if let channel = fact.before { try connection.run("DELETE FROM channel WHERE id = ?", channel.id) }
            return
        }
        try connection.run(
            """
            INSERT INTO channel (id, code, active, record) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET code = excluded.code, active = excluded.active, record = excluded.record
            """, channel.id, channel.code, channel.active, try RecordCoding.text(channel))
        try take(channel.id)
    }

    func project(_ fact: RemindersDecided) throws {
        for reminder in fact.reminders {
            try connection.run(
                "INSERT INTO message (key, recipient, kind, at, items, detected_late, seq) VALUES (?, ?, ?, ?, ?, ?, ?)",
                reminder.key,
                reminder.recipient, reminder.kind.rawValue, reminder.at, try RecordCoding.text(reminder.items),
                reminder.detectedLate, seq)
            for item in reminder.items {
                try connection.run(
                    """
                    INSERT INTO told (task, recipient, level) VALUES (?, ?, ?)
                    ON CONFLICT DO UPDATE SET level = max(level, excluded.level)
                    """, item.task, reminder.recipient, item.level)
            }
        }
    }
}
