import Bureau

extension ConnectedReading {
    func commands(actor: String, limit: Int) throws -> [AcceptedCommand] {
        try connection.all(
            """
            SELECT \(AcceptedCommand.columns) FROM command WHERE actor = ?
            ORDER BY first_seq DESC LIMIT ?
            """, actor, limit, read: AcceptedCommand.init(row:))
    }

    func command(_ id: String) throws -> AcceptedCommand? {
        try connection.first(
            "SELECT \(AcceptedCommand.columns) FROM command WHERE id = ?", id, read: AcceptedCommand.init(row:))
    }
}

extension AcceptedCommand {
    /// In the order `init(row:)` reads them.
    static let columns = "id, verb, actor, on_behalf, first_seq, last_seq, at, outcome, reversed_by"

    init(row: ResultRow) throws {
        self.init(
            id: row.text(0), verb: row.text(1), actor: row.text(2), onBehalf: row.optionalText(3),
            firstSeq: row.integer(4), lastSeq: row.integer(5), at: row.instant(6),
            outcome: try RecordCoding.value(Outcome.self, from: row.text(7)), reversedBy: row.optionalText(8))
    }
}
