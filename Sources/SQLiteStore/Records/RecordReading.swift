import Bureau
import Identifiers
import Promotion

extension ConnectedReading {
    func record<Record: PromotionRecord>(
        _ id: Identifier<Record.Kind>, of type: Record.Type
    ) throws -> Recorded<Record>? {
        try connection.first(
            RecordTable<Record>.select + " WHERE id = ?", id, read: RecordTable<Record>.read)
    }

    func records<Record: PromotionRecord>(
        _ type: Record.Type, _ filter: RecordFilter
    ) throws -> [Recorded<Record>] {
        let query = RecordQuery<Record>(filter)
        return try connection.all(query.sql, binding: query.values, read: RecordTable<Record>.read)
    }

    func recordCount<Record: PromotionRecord>(_ type: Record.Type, _ filter: RecordFilter) throws -> Int {
        let query = RecordQuery<Record>(filter)
        return try connection.all(
            "SELECT count(*) FROM \(Record.noun)" + query.condition, binding: query.conditionValues
        ) { Int($0.integer(0)) }.first ?? 0
    }
}

/// A list of records as SQL. Facets are names of this program, never of a request; values are parameters.
struct RecordQuery<Record: PromotionRecord> {
    private(set) var condition = ""
    private(set) var conditionValues: [any SQLBindable] = []
    private(set) var sql: String
    var values: [any SQLBindable] { conditionValues + limits }
    private var limits: [any SQLBindable] = []

    init(_ filter: RecordFilter) {
        sql = ""
        var terms = filter.conditions.map { term($0) }
        if let after = filter.after {
            terms.append(filter.descending ? "id < ?" : "id > ?")
            conditionValues.append(after)
        }
        if !terms.isEmpty { condition = " WHERE " + terms.joined(separator: " AND ") }
        let direction = filter.descending ? " DESC" : ""
        let order = filter.order.map { "\(Self.column($0))\(direction), id\(direction)" } ?? "id\(direction)"
        sql = RecordTable<Record>.select + condition + " ORDER BY " + order
        if let limit = filter.limit {
            sql += " LIMIT ?"
            limits = [limit]
        }
    }

    private mutating func term(_ condition: RecordFilter.Condition, isBeside: Bool = false) -> String {
        // A plus sign before a column keeps SQLite from searching by it.
        func column(_ facet: String) -> String { (isBeside ? "+" : "") + Self.column(facet) }
        switch condition {
        case .beside(let inner): return term(inner, isBeside: true)
        case .equals(let facet, .none), .isAbsent(let facet): return "\(column(facet)) IS NULL"
        case .isPresent(let facet): return "\(column(facet)) IS NOT NULL"
        case .equals(let facet, let value):
            conditionValues.append(value)
            return "\(column(facet)) = ?"
        case .anyOf(let facet, let values):
            // One statement for lists of every length.
            conditionValues.append(Self.list(values))
            return "\(column(facet)) IN (SELECT value FROM json_each(?))"
        case .between(let facet, let low, let high):
            let column = column(facet)
            var parts: [String] = []
            if let low {
                conditionValues.append(low)
                parts.append("\(column) >= ?")
            }
            if let high {
                conditionValues.append(high)
                parts.append("\(column) <= ?")
            }
            return parts.isEmpty ? "\(column) IS NOT NULL" : parts.joined(separator: " AND ")
        }
    }

    private static func column(_ facet: String) -> String {
        precondition(
            facet == "id" || Record.facets.contains { $0.name == facet }, "\(Record.noun) has no facet \(facet)")
        return facet
    }

    private static func list(_ values: [FacetValue]) -> String {
        let items = values.map { value in
            switch value {
            case .text(let text): RecordCoding.quoted(text)
            case .number(let number): String(number)
            case .none: "null"
            }
        }
        return "[" + items.joined(separator: ",") + "]"
    }
}
