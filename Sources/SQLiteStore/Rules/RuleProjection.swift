import Cadence

extension Projection {
    func project(_ fact: RuleChanged) throws {
        try revise("rule")
        guard let rule = fact.after else {
            if let rule = fact.before { try connection.run("DELETE FROM rule WHERE id = ?", rule.id) }
            return
        }
        try connection.run(
            """
            INSERT INTO rule (id, code, scope, record) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET code = excluded.code, scope = excluded.scope, record = excluded.record
            """, rule.id, rule.code, rule.scope, try RecordCoding.text(rule))
        try take(rule.id)
    }
}
