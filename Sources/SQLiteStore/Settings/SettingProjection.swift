import Identifiers
import Promotion

extension Projection {
    func project(_ fact: SettingChanged) throws {
        if let before = fact.before {
            try connection.run(
                "DELETE FROM setting WHERE key = ? AND unit = ? AND effective_from = ?", before.key,
                before.unit?.number ?? 0, before.from)
        }
        if let after = fact.after {
            try connection.run(
                """
                INSERT INTO setting (key, unit, effective_from, value) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = excluded.value
                """, after.key, after.unit?.number ?? 0, after.from, after.value)
        }
    }
}
