import Bureau
import Identifiers
import Promotion
import WorkCalendar

/// What the commands since the last settling did to the index.
struct SearchChanges {
    /// Segments with a record that may be found by other words now.
    var touched: Set<SearchSegment> = []
    var erasedTexts: Set<Int64> = []
    /// Highest numbers by prefix at the last settling.
    var counters: [String: Int64]
}

extension LogWriter {
    /// Brings the index up to the records: once a command, after its last event. Nearly always there is nothing to do.
    func settleSearch() throws {
        for kind in SearchKind.allCases {
            let before = SearchSegment.whole(through: search.counters[kind.prefix] ?? 0)
            let now = SearchSegment.whole(through: head.counters[kind.prefix] ?? 0)
            guard before < now else { continue }
            for index in before..<now { search.touched.insert(SearchSegment(kind, index: index)) }
        }
        if !search.erasedTexts.isEmpty {
            for kind in SearchKind.allCases {
                for number in try SearchDocuments(kind: kind).holders(of: search.erasedTexts, connection) {
                    search.touched.insert(SearchSegment(kind, holding: number))
                }
            }
        }
        let whole = search.touched.filter { $0.index < wholeSegments($0.kind) }
        for segment in whole.sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) { try write(segment) }
        let stretches = Set(whole.map(SearchStretch.init(holding:))).filter {
            $0.index < SearchStretch.whole(segments: wholeSegments($0.kind))
        }
        for stretch in stretches.sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound }) { try write(stretch) }
        search = SearchChanges(counters: head.counters)
    }

    /// Segments that a store from before the index has not written yet.
    func completeSearch() throws {
        search.counters = [:]
        for kind in SearchKind.allCases {
            let rows =
                SearchSegment(kind, index: 0).row(0)...SearchSegment(kind, index: 1 << 18 - 1).row(SearchGram.last)
            let last =
                try connection.first(
                    "SELECT max(id) FROM search_block WHERE id BETWEEN ? AND ?", rows.lowerBound, rows.upperBound
                ) { $0.optionalInteger(0) } ?? nil
            let written = last.map { ($0 >> 42 & (1 << 18 - 1)) + 1 } ?? 0
            search.counters[kind.prefix] = written * SearchSegment.size
        }
        try settleSearch()
        for kind in SearchKind.allCases {
            let rows = SearchStretch.rows(of: kind)
            let last =
                try connection.first(
                    "SELECT max(id) FROM search_block WHERE id BETWEEN ? AND ?", rows.lowerBound, rows.upperBound
                ) { $0.optionalInteger(0) } ?? nil
            let written = last.map { ($0 >> 42 & (1 << 15 - 1)) + 1 } ?? 0
            let whole = SearchStretch.whole(segments: wholeSegments(kind))
            for index in min(written, whole)..<whole { try write(SearchStretch(kind, index: index)) }
        }
    }

    private func wholeSegments(_ kind: SearchKind) -> Int64 {
        SearchSegment.whole(through: head.counters[kind.prefix] ?? 0)
    }

    private func write(_ segment: SearchSegment) throws {
        var postings: [UInt64] = []
        let (sql, values) = SearchDocuments(kind: segment.kind).numbers(segment.numbers)
        _ = try connection.all(sql, binding: values) { row in
            let offset = UInt64(row.integer(0) - segment.numbers.lowerBound)
            SearchGram.visit(FoldedText(row.text(3))) { postings.append($0 << 10 | offset) }
        }
        postings.sort()
        var distinct: [UInt64] = []
        distinct.reserveCapacity(postings.count)
        for posting in postings where posting != distinct.last { distinct.append(posting) }
        try replace(segment.rows, by: SearchBlock.blocks(of: distinct), row: segment.row)
    }

    /// From the blocks of its segments, which stand in the table already.
    private func write(_ stretch: SearchStretch) throws {
        var postings: [UInt64] = []
        for (offset, segment) in stretch.segments.enumerated() {
            try connection.each(
                "SELECT id, postings FROM search_block WHERE id BETWEEN ? AND ?", segment.rows.lowerBound,
                segment.rows.upperBound
            ) { row in
                let first = UInt64(row.integer(0) - segment.row(0))
                row.withBlob(1) { bytes in
                    SearchBlock.visit(bytes, from: first) { postings.append($0 << 10 | UInt64(offset)) }
                }
            }
        }
        postings.sort()
        try replace(stretch.rows, by: SearchBlock.blocks(of: postings), row: stretch.row)
    }

    private func replace(_ rows: ClosedRange<Int64>, by blocks: [SearchBlock], row: (UInt64) -> Int64) throws {
        try connection.run("DELETE FROM search_block WHERE id BETWEEN ? AND ?", rows.lowerBound, rows.upperBound)
        for block in blocks {
            try connection.run(
                "INSERT INTO search_block (id, postings) VALUES (?, ?)", row(block.firstGram), block.bytes)
        }
    }
}

extension Projection {
    func indexEntry(_ fact: EntryChanged) {
        let (before, after) = (fact.before, fact.after)
        guard
            before == nil || before?.text != after.text || before?.links != after.links || before?.tags != after.tags
                || before?.attributes != after.attributes
        else { return }
        writer.search.touched.insert(SearchSegment(.entry, holding: after.id.number))
    }

    func indexRecord<Record: PromotionRecord>(_ fact: RecordChanged<Record>) throws {
        guard let kind = SearchKind(rawValue: Record.noun), let id = (fact.after ?? fact.before)?.id else { return }
        let (before, after) = (fact.before, fact.after)
        if let after {
            guard before?.names != after.names || before?.texts != after.texts || before?.unit != after.unit else {
                return
            }
            try connection.run(
                """
                INSERT INTO searchable (kind, number, unit, date, names, texts) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, number) DO UPDATE SET
                    unit = excluded.unit, names = excluded.names, texts = excluded.texts
                """, kind.stored, id, after.unit, event.instant.date, after.names.joined(separator: "\n"),
                RecordCoding.list(after.texts.map(\.id)))
        } else {
            try connection.run("DELETE FROM searchable WHERE kind = ? AND number = ?", kind.stored, id)
        }
        writer.search.touched.insert(SearchSegment(kind, holding: id.number))
    }
}
