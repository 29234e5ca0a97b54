import Promotion

extension Projection {
    func project(_ fact: TargetChanged) throws {
        if let before = fact.before {
            try connection.run(
                "DELETE FROM target WHERE year = ? AND unit = ? AND indicator = ?", before.year, before.unit,
                before.indicator)
        }
        if let after = fact.after {
            try connection.run(
                """
                INSERT INTO target (year, unit, indicator, annual, quarters, months) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET
                    annual = excluded.annual, quarters = excluded.quarters, months = excluded.months
                """, after.year, after.unit, after.indicator, after.annual, RecordCoding.list(after.quarters),
                RecordCoding.list(after.months))
        }
    }
}
