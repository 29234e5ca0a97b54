import Promotion

extension Projection {
    /// Adds the facts; their sums follow in the same transaction.
    func post(_ postings: [Posting]) throws {
        for (ordinal, posting) in postings.enumerated() {
            try connection.run(
                """
                INSERT INTO posting (unit, effective_on, seq, ordinal, officer, indicator, value, source, about)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, posting.unit, posting.date, seq, ordinal, posting.officer, posting.indicator, posting.value,
                posting.source, posting.about)
            // What counts once a day does not add up over units.
            if posting.about == nil { writer.sums.add(posting) }
        }
        if writer.sums.isFull { try writer.settleSums() }
    }
}
