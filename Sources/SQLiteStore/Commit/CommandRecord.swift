import Bureau
import Labels
import WorkCalendar

/// The row of an accepted command, which a retry of it is answered from.
enum CommandRecord {
    /// The first answer, where the id was accepted before. Throws `conflict` when it stood for something else.
    static func replay(_ command: Command, _ key: DigestKey, _ connection: Connection) throws -> CommandResult? {
        try connection.first(
            "SELECT actor, on_behalf, digest, outcome, first_seq, last_seq FROM command WHERE id = ?", command.id
        ) { row in
            guard row.text(0) == command.actor, row.optionalText(1) == command.onBehalf,
                row.integer(5) <= key.goneThrough || row.blob(2) == key.sealed(command.digest)
            else {
                throw ZhaoshangError(
                    .conflict, zh: "该命令编号已用于另一个请求", en: "This command id already stands for another request",
                    details: ["command": .text(command.id)])
            }
            return CommandResult(
                command: command.id, events: Array(row.integer(4)...row.integer(5)),
                outcome: try RecordCoding.value(Outcome.self, from: row.text(3)), replayed: true)
        }
    }

    static func insert(
        _ command: Command, _ key: DigestKey, outcome: Outcome, events: ClosedRange<Int64>, at now: Instant,
        _ connection: Connection
    ) throws {
        try connection.run(
            """
            INSERT INTO command (id, actor, on_behalf, digest, verb, outcome, undoable, first_seq, last_seq, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, command.id, command.actor, command.onBehalf, key.sealed(command.digest), command.verb,
            OutcomeText.json(outcome), outcome.undoable, events.lowerBound, events.upperBound, now)
    }
}
