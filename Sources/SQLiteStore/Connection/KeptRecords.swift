import Synchronization

/// Units, officers, rules and notices, decoded once for each change of them rather than once for each command.
final class KeptRecords: Sendable {
    private struct Kept: Sendable {
        var seq: Int64
        var records: any Sendable
    }

    private let kept = Mutex<[String: Kept]>([:])

    func records<Record: Sendable>(_ noun: String, as of: Record.Type, revision seq: Int64) -> [Record]? {
        kept.withLock { kept in
            guard let found = kept[noun], found.seq == seq else { return nil }
            return found.records as? [Record]
        }
    }

    func keep<Record: Sendable>(_ records: [Record], noun: String, revision seq: Int64) {
        kept.withLock { $0[noun] = Kept(seq: seq, records: records) }
    }
}

extension ConnectedReading {
    /// All records of a noun: the kept ones, if no event has changed any since.
    func kept<Record: Sendable>(_ noun: String, load: () throws -> [Record]) throws -> [Record] {
        guard let kept = records else { return try load() }
        let seq = try connection.first("SELECT seq FROM revision WHERE noun = ?", noun) { $0.integer(0) } ?? 0
        guard seq <= committedSeq else { return try load() }
        if let found = kept.records(noun, as: Record.self, revision: seq) { return found }
        let loaded = try load()
        kept.keep(loaded, noun: noun, revision: seq)
        return loaded
    }
}
