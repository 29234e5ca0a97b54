import Bureau

/// Which rows are over. Both queries take a moment and a number of rows.
enum Forgetting {
    /// Messages that were made before the moment, whose tasks all are closed.
    static let messages = """
        SELECT key FROM message
        WHERE at < ? AND NOT EXISTS (
            SELECT 1 FROM json_each(message.items) AS item
            JOIN task ON task.id = CAST(substr(item.value ->> 'task', 3) AS INTEGER)
            WHERE task.state IN ('open', 'returned', 'submitted'))
        ORDER BY at, key LIMIT ?
        """
    /// What was told of closed tasks that were due before the moment.
    static let told = """
        SELECT told.task, told.recipient FROM told JOIN task ON task.id = told.task
        WHERE task.due_at < ? AND task.state NOT IN ('open', 'returned', 'submitted')
        ORDER BY told.task, told.recipient LIMIT ?
        """
}

extension Projection {
    func project(_ fact: RemindersForgotten) throws {
        try connection.run(
            "DELETE FROM told WHERE (task, recipient) IN (\(Forgetting.told))", fact.before, fact.limit)
        // Deliveries are not derived: while the log is replayed there are none.
        try connection.run(
            "DELETE FROM delivery WHERE message IN (\(Forgetting.messages))", fact.before, fact.limit)
        try connection.run("DELETE FROM message WHERE key IN (\(Forgetting.messages))", fact.before, fact.limit)
    }
}
