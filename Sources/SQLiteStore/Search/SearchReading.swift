import Bureau
import Identifiers
import Promotion
import WorkCalendar

extension ConnectedReading {
    func search(_ query: SearchQuery) throws -> [SearchHit] {
        try query.kinds.flatMap { try SearchRun(connection: connection, kind: $0, query: query).hits() }
    }
}

/// One search among the records of a kind: those that no segment holds yet one by one, then the segments, newest first.
struct SearchRun {
    let connection: Connection
    let kind: SearchKind
    let query: SearchQuery
    private let documents: SearchDocuments

    private static let block = "SELECT id, postings FROM search_block WHERE id <= ? ORDER BY id DESC LIMIT 1"

    init(connection: Connection, kind: SearchKind, query: SearchQuery) {
        self.connection = connection
        self.kind = kind
        self.query = query
        documents = SearchDocuments(kind: kind)
    }

    func hits() throws -> [SearchHit] {
        var hits: [SearchHit] = []
        let last = try documents.last(connection)
        let whole = SearchSegment.whole(through: last)
        try collect(
            "\(documents.number) > ?", [whole * SearchSegment.size], checking: true, into: &hits)
        // A pair of characters is in the index as such; longer words are looked up in the text.
        let checking = query.words.contains { $0.scalars.count > 2 }
        let grams = query.words.map(SearchGram.all)
        for index in (0..<whole).reversed() where hits.count < query.limit {
            let segment = SearchSegment(kind, index: index)
            guard let offsets = try offsets(of: grams, in: segment), !offsets.isEmpty else { continue }
            let numbers = RecordCoding.list(offsets.map { segment.numbers.lowerBound + Int64($0) })
            try collect(
                "\(documents.number) IN (SELECT value FROM json_each(?))", [numbers], checking: checking, into: &hits)
        }
        return hits
    }

    /// Adds what the condition names and the words, rights and dates leave, up to the limit.
    private func collect(
        _ condition: String, _ values: [any SQLBindable], checking: Bool, into hits: inout [SearchHit]
    ) throws {
        var conditions = [documents.isKind, condition]
        var values = values
        if kind == .entry { conditions.append("e.withdrawn = 0") }
        if let units = query.units {
            let shared = query.includesShared ? " OR \(documents.unit) IS NULL" : ""
            conditions.append("(\(documents.unit) IN (SELECT value FROM json_each(?))\(shared))")
            values.append(RecordCoding.list(units.map(\.number)))
        }
        if let dates = query.dates {
            conditions.append("\(documents.date) BETWEEN ? AND ?")
            values += [dates.lowerBound, dates.upperBound] as [any SQLBindable]
        }
        let sql =
            documents.select + " WHERE " + conditions.joined(separator: " AND ") + " ORDER BY \(documents.number) DESC"
        try connection.visit(sql, binding: values) { row in
            let content = row.text(3)
            if checking {
                let text = FoldedText(content)
                guard query.words.allSatisfy(text.contains) else { return true }
            }
            hits.append(
                SearchHit(
                    kind: kind, number: row.integer(0), unit: row.optionalInteger(1).map { UnitID($0) },
                    date: try row.date(2), content: content))
            return hits.count < query.limit
        }
    }

    /// Records of the segment that have all grams, as offsets; nil when there are none.
    private func offsets(of words: [[UInt64]], in segment: SearchSegment) throws -> [UInt16]? {
        var common: [UInt16]?
        for gram in words.joined() {
            let found = try offsets(of: gram, in: segment)
            common = common.map { Self.intersection($0, found) } ?? found
            if common?.isEmpty == true { return nil }
        }
        return common
    }

    private func offsets(of gram: UInt64, in segment: SearchSegment) throws -> [UInt16] {
        try connection.first(Self.block, segment.row(gram)) { row in
            let id = row.integer(0)
            guard segment.rows.contains(id) else { return [] }
            return row.withBlob(1) { bytes in
                SearchBlock.offsets(of: gram, in: bytes, from: UInt64(id - segment.row(0)))
            }
        } ?? []
    }

    /// Both ascending.
    private static func intersection(_ left: [UInt16], _ right: [UInt16]) -> [UInt16] {
        var (one, two) = (0, 0)
        var both: [UInt16] = []
        while one < left.count, two < right.count {
            if left[one] == right[two] {
                both.append(left[one])
                one += 1
                two += 1
            } else if left[one] < right[two] {
                one += 1
            } else {
                two += 1
            }
        }
        return both
    }
}
