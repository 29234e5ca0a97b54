import Bureau
import Identifiers
import Promotion

extension ConnectedReading {
    func targets(year: Int, unit: UnitID?) throws -> [Target] {
        let columns = "unit, year, indicator, annual, quarters, months"
        guard let unit else {
            return try connection.all(
                "SELECT \(columns) FROM target WHERE year = ? ORDER BY unit, indicator", year, read: target)
        }
        return try connection.all(
            "SELECT \(columns) FROM target WHERE year = ? AND unit = ? ORDER BY indicator", year, unit, read: target)
    }

    private func target(_ row: ResultRow) throws -> Target {
        Target(
            unit: row.id(0), year: Int(row.integer(1)), indicator: row.text(2), annual: row.integer(3),
            quarters: try RecordCoding.value([Int64].self, from: row.text(4)),
            months: try RecordCoding.value([Int64].self, from: row.text(5)))
    }
}
