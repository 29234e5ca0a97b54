import Promotion

extension Projection {
    func project(_ fact: OfficerChanged) throws {
        try revise("officer")
        guard let officer = fact.after else {
            if let officer = fact.before { try connection.run("DELETE FROM officer WHERE id = ?", officer.id) }
            return
        }
        try connection.run(
            """
            INSERT INTO officer (id, code, active, record) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET code = excluded.code, active = excluded.active, record = excluded.record
            """, officer.id, officer.code, officer.active, try RecordCoding.text(officer))
        try connection.run("DELETE FROM officer_uid WHERE officer = ?", officer.id)
        for uid in officer.uids {
            try connection.run(
                "INSERT INTO officer_uid (uid, officer) VALUES (?, ?) ON CONFLICT DO NOTHING", Int64(uid), officer.id)
        }
        try take(officer.id)
    }
}
