import Bureau
import WorkCalendar

/// Appends events and projects them, in whatever transaction is open on its connection.
final class LogWriter {
    let connection: Connection
    var head: LogHead
    /// What the index of the search does not know yet.
    var search: SearchChanges

    /// What the roll-ups do not hold yet.
    var sums = PendingSums()

    /// Texts went: what was written of them before has to go from the disk as well.
    var erases = false

    init(_ connection: Connection, head: LogHead) {
        self.connection = connection
        self.head = head
        search = SearchChanges(counters: head.counters)
    }

    func append(_ new: NewEvent, of command: Command, at now: Instant) throws -> Event {
        let seq = head.seq + 1
        let hash = ChainHash.next(
            after: head.hash, seq: seq, instant: now, actor: command.actor, onBehalf: command.onBehalf,
            command: command.id, verb: new.verb, subject: new.subject, payload: new.payload)
        let event = Event(
            seq: seq, instant: now, actor: command.actor, onBehalf: command.onBehalf, command: command.id,
            verb: new.verb, subject: new.subject, payload: new.payload, hash: hash)
        try store(event, saying: new.fact)
        return event
    }

    /// An event with its number and hash: a new one, or one of another store's log. `fact` is what its payload says,
    /// where that is at hand.
    func store(_ event: Event, saying fact: (any EventFact)? = nil) throws {
        try connection.run(
            """
            INSERT INTO event (seq, instant, actor, on_behalf, command, verb, subject, payload, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            event.seq, event.instant, event.actor, event.onBehalf, event.command, event.verb, event.subject,
            event.payload, event.hash)
        head.seq = event.seq
        head.hash = event.hash
        head.instant = event.instant
        try Projection(writer: self, event: event, fact: fact).run()
    }

    /// Numbers up to `number` are taken. Counting follows the ids in events, so a rebuild counts the same.
    func take(_ prefix: String, through number: Int64) throws {
        guard number > head.counters[prefix] ?? 0 else { return }
        head.counters[prefix] = number
        guard LogHead.lasting[prefix] == nil else { return }
        try connection.run(
            "INSERT INTO counter (prefix, last) VALUES (?, ?) ON CONFLICT (prefix) DO UPDATE SET last = excluded.last",
            prefix, number)
    }
}
