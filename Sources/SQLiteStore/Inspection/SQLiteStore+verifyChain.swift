public import Bureau

extension SQLiteStore {
    public func verifyChain() async throws -> ChainReport {
        try await viewing { connection in
            var previous = ChainHash.genesis
            var count: Int64 = 0
            var firstBad: Int64?
            try connection.each("SELECT \(Event.columns) FROM event ORDER BY seq") { row in
                let event = Event(row: row)
                count += 1
                if firstBad == nil {
                    if event.seq != count {
                        firstBad = count
                    } else if ChainHash.next(after: previous, event) != event.hash {
                        firstBad = event.seq
                    }
                }
                previous = event.hash
            }
            // Rows cut off at the end leave a whole chain; the accepted commands still tell of them.
            let promised = try connection.first("SELECT max(last_seq) FROM command") { $0.integer(0) } ?? 0
            if firstBad == nil, promised > count { firstBad = count + 1 }
            return ChainReport(events: count, headHash: ChainHash.hexadecimal(previous), firstBadSeq: firstBad)
        }
    }
}
