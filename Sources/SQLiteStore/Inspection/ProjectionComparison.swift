import GRDBSQLite

/// Every derived table of the store, row by row in the order of its primary key, against the same table derived again.
struct ProjectionComparison {
    let live: Connection
    let derived: Connection

    /// What is recorded, not derived.
    private static let recorded: Set<String> = ["event", "text", "mark", "import_plan", "delivery"]

    func firstDifference() throws -> String? {
        for table in try tables() {
            if let difference = try firstDifference(in: table) { return difference }
        }
        return nil
    }

    /// Writes the tables that differ as they were derived. Foreign keys must be off.
    func renew() throws {
        for table in try tables() where try firstDifference(in: table) != nil {
            let names = try derived.all("SELECT name FROM pragma_table_info(?) ORDER BY cid", table) { $0.text(0) }
            let list = names.joined(separator: ", ")
            try live.run("DELETE FROM \(table)")
            let insert = "INSERT INTO \(table) (\(list)) VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))"
            try derived.each("SELECT \(list) FROM \(table)") { try live.copy($0, into: insert, columns: names.count) }
        }
    }

    private func tables() throws -> [String] {
        try derived.all(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ) { $0.text(0) }.filter { !Self.recorded.contains($0) }
    }

    private func firstDifference(in table: String) throws -> String? {
        let columns = try derived.all(
            "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", table
        ) { (name: $0.text(0), key: $0.integer(1)) }
        let keys = columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name)
        let names = columns.map(\.name)
        let sql = "SELECT \(names.joined(separator: ", ")) FROM \(table) ORDER BY \(keys.joined(separator: ", "))"
        let stored = try live.prepared(sql)
        defer { live.finish(stored) }
        let fresh = try derived.prepared(sql)
        defer { derived.finish(fresh) }
        while true {
            switch (try live.step(stored, sql), try derived.step(fresh, sql)) {
            case (false, false): return nil
            case (true, false): return "\(table) \(key(stored, names, keys)): stored, but not in the log"
            case (false, true): return "\(table) \(key(fresh, names, keys)): in the log, but not stored"
            case (true, true):
                for (index, name) in names.enumerated() {
                    let (left, right) = (value(stored, index), value(fresh, index))
                    guard left != right else { continue }
                    if keys.contains(name) {
                        return "\(table): stored \(key(stored, names, keys)), in the log \(key(fresh, names, keys))"
                    }
                    return "\(table) \(key(stored, names, keys)), column \(name): stored \(left), in the log \(right)"
                }
            }
        }
    }

    private func key(_ statement: OpaquePointer, _ names: [String], _ keys: [String]) -> String {
        keys.map { key in
            "\(key) \(names.firstIndex(of: key).map { value(statement, $0) } ?? "?")"
        }.joined(separator: ", ")
    }

    private func value(_ statement: OpaquePointer, _ index: Int) -> String {
        let row = ResultRow(statement: statement)
        let column = Int32(index)
        switch sqlite3_column_type(statement, column) {
        case SQLITE_NULL: return "nothing"
        case SQLITE_BLOB: return ChainHash.hexadecimal(row.blob(column))
        case SQLITE_TEXT: return "\"\(row.text(column))\""
        default: return row.text(column)
        }
    }
}
