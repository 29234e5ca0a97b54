import Bureau
import Identifiers
import Promotion
import WorkCalendar

extension ConnectedReading {
    func entry(_ id: EntryID) throws -> RecordedEntry? {
        try connection.first(
            "SELECT \(RecordedEntry.columns) FROM entry WHERE id = ?", id, read: RecordedEntry.init(row:))
    }

    func entries(_ filter: EntryFilter) throws -> [RecordedEntry] {
        let query = EntryQuery(filter)
        return try connection.all(query.sql, binding: query.values, read: RecordedEntry.init(row:))
    }

    func entries(withWord test: (String) -> Bool) throws -> [EntryID] {
        var found: [EntryID] = []
        try connection.each(
            "SELECT id, tags, attributes FROM entry WHERE tags IS NOT NULL OR attributes IS NOT NULL ORDER BY id"
        ) { row in
            let tags = try row.optionalText(1).map { try RecordCoding.value([String].self, from: $0) } ?? []
            let attributes = try row.optionalText(2).map {
                try RecordCoding.value([String: String].self, from: $0)
            }
            if (tags + Array(attributes?.values.sorted() ?? [])).contains(where: test) { found.append(row.id(0)) }
        }
        return found
    }

    func lineCount(officer: OfficerID, on date: CivilDate) throws -> Int {
        try connection.first(
            "SELECT count(*) FROM entry WHERE officer = ? AND date = ? AND withdrawn = 0", officer, date
        ) { Int($0.integer(0)) } ?? 0
    }
}

/// A list of entries as SQL. An officer's lines and a unit's lines come out of their index in order; several units are
/// found by index and sorted.
struct EntryQuery {
    private(set) var sql = ""
    private(set) var values: [any SQLBindable] = []
    private var conditions: [String] = []

    init(_ filter: EntryFilter) {
        if let officer = filter.officer { add("officer = ?", officer) }
        switch (filter.units, filter.officer) {
        case (let units?, _) where units.count == 1: add("unit = ?", units[0])
        case (let units?, _): add("unit IN (SELECT value FROM json_each(?))", RecordCoding.list(units.map(\.number)))
        // Every entry has a unit; naming them all lets the list of a date range use the same index.
        case (nil, nil) where filter.dates != nil && filter.records == nil:
            conditions.append("unit IN (SELECT id FROM unit)")
        case (nil, _): break
        }
        if let dates = filter.dates {
            add("date >= ?", dates.lowerBound)
            add("date <= ?", dates.upperBound)
        }
        if let record = filter.record { add("id IN (SELECT entry FROM entry_link WHERE record = ?)", record) }
        if let records = filter.records {
            add(
                "id IN (SELECT entry FROM entry_link WHERE record IN (SELECT value FROM json_each(?)))",
                RecordCoding.list(records))
        }
        if let tag = filter.tag { add("id IN (SELECT entry FROM entry_tag WHERE tag = ?)", tag) }
        if let kind = filter.kind { add("kind = ?", kind.rawValue) }
        if !filter.includeWithdrawn { conditions.append("withdrawn = 0") }
        if !filter.includeAutomatic { conditions.append("source <> 'automatic'") }
        if let after = filter.after { add("id > ?", after) }
        sql = "SELECT \(RecordedEntry.columns) FROM entry"
        if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
        sql += " ORDER BY date, id"
        if let limit = filter.limit {
            sql += " LIMIT ?"
            values.append(limit)
        }
    }

    private mutating func add(_ condition: String, _ value: any SQLBindable) {
        conditions.append(condition)
        values.append(value)
    }
}

extension RecordedEntry {
    /// In the order `init(row:)` reads them.
    static let columns = """
        id, date, officer, unit, source, source_verb, source_subject, text, text_digest, links, tags, kind, amount,
        attributes, withdrawn, seq, recorded_at, last_seq, enterprises
        """

    init(row: ResultRow) throws {
        let source: Entry.Source
        switch row.text(4) {
        case "zero": source = .zero
        case "automatic": source = .automatic(verb: row.text(5), subject: row.text(6))
        default: source = .typed
        }
        let entry = Entry(
            id: row.id(0), date: try row.date(1), officer: row.id(2), unit: row.id(3), source: source,
            text: row.optionalInteger(7).map { TextStub(id: $0, digest: row.text(8)) },
            links: try row.optionalText(9).map { try RecordCoding.value([EntryLink].self, from: $0) } ?? [],
            enterprises: try row.optionalText(18).map {
                try RecordCoding.value([Int64].self, from: $0).map { EnterpriseID($0) }
            },
            tags: try row.optionalText(10).map { try RecordCoding.value([String].self, from: $0) } ?? [],
            kind: row.isNull(11) ? nil : try row.value(11, ActivityKind.init(rawValue:)),
            amount: row.optionalInteger(12).map { Money(yuan: $0) },
            attributes: try row.optionalText(13).map { try RecordCoding.value([String: String].self, from: $0) } ?? [:],
            withdrawn: row.flag(14))
        self.init(entry: entry, seq: row.integer(15), recordedAt: row.instant(16), lastSeq: row.integer(17))
    }
}
