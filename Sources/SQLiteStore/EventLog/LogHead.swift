import WorkCalendar

/// What the next event needs of those before it, kept in memory by the one writer. A value: taking a copy is the
/// savepoint, putting it back the rollback.
struct LogHead: Sendable {
    var seq: Int64 = 0
    var hash: [UInt8] = ChainHash.genesis
    var instant: Instant?
    /// The last event that changed a unit or an officer.
    var organisationRevision: Int64 = 0
    /// Highest number of each prefix.
    var counters: [String: Int64] = [:]

    /// Tables whose rows never go: their highest number needs no counter of its own, which saves each entry a page.
    static let lasting = ["J": "entry", "T": "task"]

    static func load(_ connection: Connection) throws -> LogHead {
        var head = LogHead()
        try connection.each("SELECT seq, hash, instant FROM event ORDER BY seq DESC LIMIT 1") {
            head.seq = $0.integer(0)
            head.hash = $0.blob(1)
            head.instant = $0.instant(2)
        }
        head.organisationRevision =
            try connection.first("SELECT max(seq) FROM revision WHERE noun IN ('unit', 'officer')") { $0.integer(0) }
            ?? 0
        try connection.each("SELECT prefix, last FROM counter") { head.counters[$0.text(0)] = $0.integer(1) }
        for (prefix, table) in Self.lasting {
            let last = try connection.first("SELECT max(id) FROM \(table)") { $0.integer(0) } ?? 0
            if last > 0 { head.counters[prefix] = last }
        }
        return head
    }
}
