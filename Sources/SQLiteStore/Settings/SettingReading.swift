import Bureau
import Identifiers
import Promotion

extension ConnectedReading {
    func settings(_ key: String?) throws -> [Setting] {
        guard let key else {
            return try connection.all(
                "SELECT key, unit, effective_from, value FROM setting ORDER BY key, unit, effective_from",
                read: setting)
        }
        return try connection.all(
            "SELECT key, unit, effective_from, value FROM setting WHERE key = ? ORDER BY unit, effective_from", key,
            read: setting)
    }

    private func setting(_ row: ResultRow) throws -> Setting {
        let unit: UnitID? = row.integer(1) == 0 ? nil : row.id(1)
        return Setting(key: row.text(0), unit: unit, from: try row.date(2), value: row.text(3))
    }
}
