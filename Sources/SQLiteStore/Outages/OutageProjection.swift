import Cadence

extension Projection {
    func project(_ fact: OutageFound) throws {
        try connection.run(
            """
            INSERT INTO outage (since, until) VALUES (?, ?)
            ON CONFLICT (since) DO UPDATE SET until = max(until, excluded.until)
            """, fact.since, fact.until)
    }

    func project(_ fact: BackfillRun) throws {
        try take(fact.id)
    }
}
