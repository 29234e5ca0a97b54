import Promotion

extension Projection {
    func project(_ fact: UnitChanged) throws {
        try revise("unit")
        guard let unit = fact.after else {
            if let unit = fact.before { try connection.run("DELETE FROM unit WHERE id = ?", unit.id) }
            return
        }
        try connection.run(
            """
            INSERT INTO unit (id, code, parent, active, record) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                code = excluded.code, parent = excluded.parent, active = excluded.active, record = excluded.record
            """, unit.id, unit.code, unit.parent, unit.active, try RecordCoding.text(unit))
        try take(unit.id)
    }
}
