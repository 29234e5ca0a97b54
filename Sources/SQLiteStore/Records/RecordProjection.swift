import Bureau
import Identifiers
import Promotion

extension FacetValue: SQLBindable {
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .text(let text): text.bind(to: statement, at: index)
        case .number(let number): number.bind(to: statement, at: index)
        case .none: Int64?.none.bind(to: statement, at: index)
        }
    }
}

extension Projection {
    /// A record of the pipeline in the table of its noun. Its number stays taken when an addition is taken back.
    func project<Record: PromotionRecord>(_ fact: RecordChanged<Record>) throws {
        if let record = fact.after {
            try put(record)
            try take(record.id)
        } else if let gone = fact.before {
            try connection.run("DELETE FROM \(Record.noun) WHERE id = ?", gone.id)
        }
        try post(fact.postings)
        try indexRecord(fact)
        if let fact = fact as? RecordChanged<Enterprise> { try indexNames(fact) }
    }

    private func put<Record: PromotionRecord>(_ record: Record) throws {
        var values: [any SQLBindable] = [record.id]
        for facet in Record.facets { values.append(facet.value(record)) }
        values += [try RecordCoding.text(record), seq, event.instant, seq] as [any SQLBindable]
        _ = try connection.all(RecordTable<Record>.upsert, binding: values) { _ in }
    }
}

/// The table of a noun: `id`, the facets, the record as JSON, and when it was learnt.
struct RecordTable<Record: PromotionRecord> {
    static var upsert: String {
        let facets = Record.facets.map(\.name)
        let columns = ["id"] + facets + ["record", "seq", "recorded_at", "last_seq"]
        let updates = (facets + ["record", "last_seq"]).map { "\($0) = excluded.\($0)" }
        return """
            INSERT INTO \(Record.noun) (\(columns.joined(separator: ", ")))
            VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
            ON CONFLICT (id) DO UPDATE SET \(updates.joined(separator: ", "))
            """
    }

    static var select: String { "SELECT record, seq, recorded_at, last_seq FROM \(Record.noun)" }

    static func read(_ row: ResultRow) throws -> Recorded<Record> {
        Recorded(
            record: try RecordCoding.value(Record.self, from: row.text(0)), seq: row.integer(1),
            recordedAt: row.instant(2), lastSeq: row.integer(3))
    }
}
