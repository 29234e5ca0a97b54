import Bureau
import Identifiers
import Promotion

/// Characters and pairs of the names of enterprises: a projection, so that near names are found without reading all.
extension Projection {
    func indexNames(_ fact: RecordChanged<Enterprise>) throws {
        guard let id = (fact.after ?? fact.before)?.id else { return }
        let (before, after) = (fact.before?.nameGrams ?? [], fact.after?.nameGrams ?? [])
        for gram in before.subtracting(after) {
            try connection.run("DELETE FROM enterprise_gram WHERE gram = ? AND enterprise = ?", gram, id)
        }
        for gram in after.subtracting(before) { try EnterpriseNameIndexing.insert(gram, id, connection) }
    }
}

enum EnterpriseNameIndexing {
    /// Fills the table of a store from before it.
    static func complete(_ connection: Connection) throws {
        let isFilled = try connection.first("SELECT 1 FROM enterprise_gram LIMIT 1") { _ in true } ?? false
        guard !isFilled else { return }
        let known = try connection.all("SELECT record FROM enterprise ORDER BY id") {
            try RecordCoding.value(Enterprise.self, from: $0.text(0))
        }
        for enterprise in known {
            for gram in enterprise.nameGrams { try insert(gram, enterprise.id, connection) }
        }
    }

    static func insert(_ gram: Int64, _ id: EnterpriseID, _ connection: Connection) throws {
        try connection.run("INSERT INTO enterprise_gram (gram, enterprise) VALUES (?, ?)", gram, id)
    }
}

extension ConnectedReading {
    func nameFrequency(of gram: Int64, atMost limit: Int) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM (SELECT 1 FROM enterprise_gram WHERE gram = ? LIMIT ?)", gram, limit
        ) { Int($0.integer(0)) } ?? 0
    }

    func enterprises(withNameGrams grams: Set<Int64>) throws -> [EnterpriseID] {
        try connection.all(
            """
            SELECT DISTINCT enterprise FROM enterprise_gram WHERE gram IN (SELECT value FROM json_each(?))
            ORDER BY enterprise
            """, RecordCoding.list(grams.sorted())
        ) { $0.id(0) }
    }
}

extension Enterprise {
    fileprivate var nameGrams: Set<Int64> { allNames.reduce(into: []) { $0.formUnion(EnterpriseName($1).grams) } }
}
