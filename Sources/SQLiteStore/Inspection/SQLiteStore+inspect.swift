public import Bureau
import Crypto
import GRDB
import Migrations
import Promotion

extension SQLiteStore {
    public func inspect() async throws -> [Inspection] {
        let wanted = options.synchronous.rawValue
        let synchronous = try await database.writeWithoutTransaction { database in
            try Connection(database).first("PRAGMA synchronous") { $0.integer(0) } ?? -1
        }
        var inspections = try await viewing { try StoreInspection(connection: $0).all() }
        inspections.append(
            Inspection(
                name: "synchronous", ok: synchronous == wanted,
                finding: synchronous == wanted ? nil : "\(synchronous) instead of \(wanted)"))
        return inspections
    }
}

/// What can be wrong inside one view of the store.
struct StoreInspection {
    let connection: Connection

    func all() throws -> [Inspection] {
        [
            inspection("structure", try connection.all("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }),
            inspection("foreign_keys", try foreignKeys()),
            inspection("rollup_day", try rollUps("rollup_day", key: "day", of: "effective_on")),
            inspection(
                "rollup_month",
                try rollUps(
                    "rollup_month", key: "month",
                    of: "12 * substr(effective_on, 1, 4) + substr(effective_on, 6, 2) - 1")),
            inspection("rollup_officer", try officerSums()),
            inspection("counters", try counters()),
            inspection("application_id", try applicationID()),
            inspection("text_digests", try textDigests()),
            inspection("chain_head", try chainHead()),
        ]
    }

    private func inspection(_ name: String, _ findings: [String]) -> Inspection {
        Inspection(name: name, ok: findings.isEmpty, finding: findings.first)
    }

    private func foreignKeys() throws -> [String] {
        try connection.all("PRAGMA foreign_key_check") { "\($0.text(0)) row \($0.text(1)) points to no \($0.text(2))" }
    }

    private func rollUps(_ table: String, key: String, of expression: String) throws -> [String] {
        try connection.all(
            """
            SELECT unit, key, indicator, sum(stored), sum(posted) FROM (
                SELECT unit, \(key) AS key, indicator, value AS stored, 0 AS posted FROM \(table)
                UNION ALL SELECT unit, \(expression), indicator, 0, value FROM posting WHERE about IS NULL)
            GROUP BY unit, key, indicator HAVING sum(stored) <> sum(posted) LIMIT 1
            """
        ) { "U-\($0.text(0)) \($0.text(1)) \($0.text(2)): stored \($0.text(3)), posted \($0.text(4))" }
    }

    private func officerSums() throws -> [String] {
        try connection.all(
            """
            SELECT unit, month, officer, indicator, sum(stored), sum(posted) FROM (
                SELECT unit, month, officer, indicator, value AS stored, 0 AS posted FROM rollup_officer
                UNION ALL SELECT unit, 12 * substr(effective_on, 1, 4) + substr(effective_on, 6, 2) - 1, officer,
                    indicator, 0, value FROM posting WHERE officer IS NOT NULL AND about IS NULL)
            GROUP BY unit, month, officer, indicator HAVING sum(stored) <> sum(posted) LIMIT 1
            """
        ) { "U-\($0.text(0)) \($0.text(1)) O-\($0.text(2)) \($0.text(3)): stored \($0.text(4)), posted \($0.text(5))" }
    }

    private func counters() throws -> [String] {
        let records = RecordNouns.all.map { ($0.prefix, $0.noun) }
        let tables = [("U", "unit"), ("O", "officer"), ("R", "rule")] + records
        return try tables.compactMap { prefix, table in
            let highest = try connection.first("SELECT max(id) FROM \(table)") { $0.integer(0) } ?? 0
            let last = try connection.first("SELECT last FROM counter WHERE prefix = ?", prefix) { $0.integer(0) } ?? 0
            return last >= highest ? nil : "\(prefix): counted to \(last), found \(highest)"
        }
    }

    private func applicationID() throws -> [String] {
        let found = try connection.first("PRAGMA application_id") { $0.integer(0) } ?? 0
        return found == Int64(Migrations.applicationID) ? [] : ["\(found)"]
    }

    private func textDigests() throws -> [String] {
        var findings: [String] = []
        try connection.each("SELECT id, key, digest, body FROM text WHERE key IS NOT NULL ORDER BY id") { row in
            guard findings.isEmpty else { return }
            let digest = TextKeeping.digest(of: row.text(3), key: SymmetricKey(data: row.blob(1)))
            if digest != row.text(2) { findings.append("text#\(row.integer(0)) is not what was digested") }
        }
        return findings
    }

    private func chainHead() throws -> [String] {
        let last = try connection.all(
            "SELECT \(Event.columns) FROM event ORDER BY seq DESC LIMIT 2", read: Event.init(row:))
        guard let head = last.first else { return [] }
        let previous = last.count > 1 ? last[1].hash : ChainHash.genesis
        let promised = try connection.first("SELECT max(last_seq) FROM command") { $0.integer(0) } ?? 0
        if ChainHash.next(after: previous, head) != head.hash { return ["event \(head.seq) does not match its hash"] }
        return promised > head.seq ? ["the log ends at \(head.seq), commands at \(promised)"] : []
    }
}
