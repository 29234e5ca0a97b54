import Bureau
import Identifiers
import Labels
import Promotion
import Testing

/// Plans and applies tables that stand in the test: a line a row, cells parted by `|`, the first line the titles.
struct ImportFixture {
    let bureau: BureauFixture

    init(at moment: String = "2026-03-11T09:00") async throws {
        bureau = try await BureauFixture(at: moment, rules: false) { bytes, _ in
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            return ImportTable(
                sheet: "S",
                rows: lines.enumerated().map { index, line in
                    ImportRow(
                        line: index + 1, record: index + 1,
                        cells: line.split(separator: "|", omittingEmptySubsequences: false).map {
                            ImportCell(String($0))
                        }
                    )
                })
        }
    }

    func plan(_ kind: String, _ table: String, _ options: [String: [String]] = [:]) async throws -> ImportPlan {
        try await bureau.bureau.planImport(
            kind, file: Array(table.utf8), CommandWords(["ledger.csv"], options: options),
            caller: bureau.caller(0, unit: "bn-ne")
        ).plan
    }

    func apply(_ plan: ImportPlan) async throws {
        _ = try await bureau.bureau.applyImport(CommandWords([plan.id.description]), caller: bureau.caller(0))
    }

    /// Plans, applies, and plans once more; the second plan must change nothing.
    @discardableResult
    func importing(
        _ kind: String, _ table: String, _ options: [String: [String]] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> ImportReport {
        let plan = try await plan(kind, table, options)
        try await apply(plan)
        let again = try await self.plan(kind, table, options).report
        #expect(
            again.count("create") == 0 && again.count("change") == 0, "\(again.samples)", sourceLocation: sourceLocation
        )
        return plan.report
    }

    func leads(_ words: String...) async throws -> [LeadView] {
        try await bureau.bureau.listLeads(CommandWords(["state:all"] + words), caller: bureau.admin)
            .sorted { $0.lead.id < $1.lead.id }
    }
}

extension ImportReport {
    func count(_ action: String) -> Int { counts[action] ?? 0 }

    /// `3 amount bad_money`: line, field and code.
    var found: [String] { problems.map { "\($0.line) \($0.field ?? "-") \($0.code)" } }
}
