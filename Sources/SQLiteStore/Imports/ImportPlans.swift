import Bureau
import Identifiers
import WorkCalendar

extension ConnectedReading {
    func importPlan(_ id: ImportPlanID) throws -> ImportPlan? {
        try connection.first(
            "SELECT \(ImportPlan.columns) FROM import_plan WHERE id = ?", id, read: ImportPlan.init(row:))
    }

    func importPlans(limit: Int) throws -> [ImportPlan] {
        try connection.all(
            "SELECT \(ImportPlan.columns) FROM import_plan ORDER BY id DESC LIMIT ?", limit, read: ImportPlan.init(row:)
        )
    }

    func importFile(_ id: ImportPlanID) throws -> [UInt8]? {
        try connection.first("SELECT file FROM import_plan WHERE id = ? AND file IS NOT NULL", id) { $0.blob(0) }
    }
}

extension WriteSession {
    func nextImportPlan() throws -> ImportPlanID {
        ImportPlanID(try connection.first("SELECT coalesce(max(id), 0) + 1 FROM import_plan") { $0.integer(0) } ?? 1)
    }

    func keep(_ plan: ImportPlan, file: [UInt8]) throws {
        try connection.run(
            """
            INSERT INTO import_plan (id, at, actor, kind, options, seq, fingerprint, report, file)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, plan.id, plan.at, plan.actor, plan.kind, try RecordCoding.text(plan.options), plan.seq,
            plan.fingerprint, try RecordCoding.text(plan.report), file)
    }

    func settle(_ plan: ImportPlanID, command: String) throws {
        try connection.run("UPDATE import_plan SET file = NULL, command = ? WHERE id = ?", command, plan)
    }

    func dropImportFiles(before moment: Instant?) throws {
        if let moment {
            try connection.run("DELETE FROM import_plan WHERE at < ? AND file IS NOT NULL", moment)
        } else {
            // Reports quote cells, so they go along; what was applied stands in the log.
            try connection.run("DELETE FROM import_plan")
        }
    }
}

extension ImportPlan {
    /// In the order `init(row:)` reads them.
    static let columns = "id, at, actor, kind, options, seq, fingerprint, report, command, file IS NULL"

    init(row: ResultRow) throws {
        let command = row.optionalText(8)
        self.init(
            id: row.id(0), at: row.instant(1), actor: row.text(2), kind: row.text(3),
            options: try RecordCoding.value([String: [String]].self, from: row.text(4)), seq: row.integer(5),
            fingerprint: row.blob(6), report: try RecordCoding.value(ImportReport.self, from: row.text(7)),
            state: command != nil ? .applied : row.flag(9) ? .expired : .planned, command: command)
    }
}
