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
<<<<<<< HEAD
                posting.source, posting.about)
            // What counts once a day does not add up over units.
            guard posting.about == nil else { continue }
            try connection.run(
                """
                INSERT INTO rollup_day (unit, day, indicator, value) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = value + excluded.value
                """, posting.unit, posting.date, posting.indicator, posting.value)
            try connection.run(
                """
                INSERT INTO rollup_month (unit, month, indicator, value) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = value + excluded.value
                """, posting.unit, Period(.month, containing: posting.date).ordinal, posting.indicator, posting.value)
=======
                posting.source)
            writer.sums.add(posting)
>>>>>>> side/bench
        }
        if writer.sums.isFull { try writer.settleSums() }
    }
}
