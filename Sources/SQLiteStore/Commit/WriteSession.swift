import Bureau
import Identifiers
import WorkCalendar

/// One command inside its savepoint.
final class WriteSession: ConnectedReading, Writing {
    let now: Instant
    let connection: Connection
    let records: KeptRecords?
    let committedSeq: Int64
    private let command: Command
    private let writer: LogWriter
    private(set) var events: [Int64] = []
    /// Numbers given out that no event holds yet.
    private var given: [String: Int64] = [:]

    init(_ command: Command, writer: LogWriter, now: Instant, records: KeptRecords?, committedSeq: Int64) {
        self.command = command
        self.writer = writer
        self.now = now
        self.connection = writer.connection
        self.records = records
        self.committedSeq = committedSeq
    }

    @discardableResult
    func append(_ event: NewEvent) throws -> Event {
        let appended = try writer.append(event, of: command, at: now)
        events.append(appended.seq)
        return appended
    }

    func keep(text: String) throws -> TextStub {
        try TextKeeping.keep(text, connection)
    }

    func redact(text: Int64, to body: String) throws {
        try TextKeeping.redact(text, to: body, at: now, connection)
    }

    func nextNumber(_ prefix: String) throws -> Int64 {
        let next = max(writer.head.counters[prefix] ?? 0, given[prefix] ?? 0) + 1
        given[prefix] = next
        return next
    }

    func setMark(_ key: String, _ value: String) throws {
        try connection.run(
            "INSERT INTO mark (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key,
            value)
    }

    func settleSums() throws { try writer.settleSums() }

    func headSeq() throws -> Int64 { writer.head.seq }
}
