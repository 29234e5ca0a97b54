import Bureau

extension ConnectedReading {
    func text(_ id: Int64) throws -> String? {
        try connection.first("SELECT body FROM text WHERE id = ?", id) { $0.optionalText(0) } ?? nil
    }

    func texts(_ ids: [Int64]) throws -> [Int64: String] {
        var bodies: [Int64: String] = [:]
        try connection.each(
            "SELECT id, body FROM text WHERE id IN (SELECT value FROM json_each(?)) AND body IS NOT NULL",
            RecordCoding.list(ids)
        ) { bodies[$0.integer(0)] = $0.text(1) }
        return bodies
    }

    func texts(where matches: (String) -> Bool) throws -> [Int64: String] {
        var bodies: [Int64: String] = [:]
        try connection.each("SELECT id, body FROM text WHERE body IS NOT NULL") { row in
            let body = row.text(1)
            if matches(body) { bodies[row.integer(0)] = body }
        }
        return bodies
    }

    func mark(_ key: String) throws -> String? {
        try connection.first("SELECT value FROM mark WHERE key = ?", key) { $0.text(0) }
    }
}
