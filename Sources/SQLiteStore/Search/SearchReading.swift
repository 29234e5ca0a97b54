import Bureau
import Identifiers
import Promotion
import WorkCalendar

extension ConnectedReading {
    func search(_ query: SearchQuery) throws -> [SearchHit] {
        try query.kinds.flatMap { try SearchRun(connection: connection, kind: $0, query: query).hits() }
    }
}

/// One search among the records of a kind: those that no segment holds yet one by one, then the segments, newest first,
/// of which a whole stretch tells the few that matter.
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
        var stretch = SearchStretch(holding: SearchSegment(kind, index: max(whole - 1, 0)))
        while whole > 0, stretch.index >= 0, hits.count < query.limit {
            for segment in try segments(of: grams, in: stretch, whole: whole) where hits.count < query.limit {
                guard let offsets = try offsets(of: grams, rows: segment.rows) else { continue }
                let numbers = RecordCoding.list(offsets.map { segment.numbers.lowerBound + Int64($0) })
                try collect(
                    "\(documents.number) IN (SELECT value FROM json_each(?))", [numbers], checking: checking,
                    into: &hits)
            }
            stretch = SearchStretch(kind, index: stretch.index - 1)
        }
        return hits
    }

    /// The segments of a stretch that may have records with all grams, newest first: as the stretch says once it is
    /// whole, else all of them.
    private func segments(of grams: [[UInt64]], in stretch: SearchStretch, whole: Int64) throws -> [SearchSegment] {
        guard stretch.index < SearchStretch.whole(segments: whole) else {
            return stretch.segments.filter { $0.index < whole }.reversed()
        }
        let found = try offsets(of: grams, rows: stretch.rows) ?? []
        return found.reversed().map { stretch.segments[Int($0)] }
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

    /// What has all grams in the blocks of these rows, as offsets; nil when nothing has.
    private func offsets(of words: [[UInt64]], rows: ClosedRange<Int64>) throws -> [UInt16]? {
        var common: [UInt16]?
        for gram in words.joined() {
            let found = try offsets(of: gram, rows: rows)
            common = common.map { Self.intersection($0, found) } ?? found
            if common?.isEmpty == true { return nil }
        }
        return common
    }

    private func offsets(of gram: UInt64, rows: ClosedRange<Int64>) throws -> [UInt16] {
        try connection.first(Self.block, rows.lowerBound + Int64(gram)) { row in
            let id = row.integer(0)
            guard rows.contains(id) else { return [] }
            return row.withBlob(1) { bytes in
                SearchBlock.offsets(of: gram, in: bytes, from: UInt64(id - rows.lowerBound))
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
