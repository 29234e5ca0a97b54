import Bureau
import WorkCalendar

extension Projection {
    func project(_ fact: CalendarChanged) throws {
        try revise("notice")
        try connection.run(
            """
            INSERT INTO notice (year, revision, record)
            VALUES (?, (SELECT coalesce(max(revision), 0) + 1 FROM notice), ?)
            ON CONFLICT (year) DO UPDATE SET revision = excluded.revision, record = excluded.record
            """, fact.after.year, try RecordCoding.text(fact.after))
    }
}
