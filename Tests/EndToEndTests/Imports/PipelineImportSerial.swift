import Foundation
import Testing

/// Leads, projects and funds from the files of Python's csv and openpyxl to the store, with the real programs.
@Suite(.serialized, .enabled(if: Program.oraclePython != nil || Program.isEachRequired, "ZS_ORACLE_PYTHON is not set"))
struct PipelineImportSerial {
    @Test func aLedgerOfEachKindComesToTheSameFromEveryProgram() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let truth = try ledgers(daemon)
        try check("leads", truth["leads"], daemon)
        for (index, name) in truth["projects"]["enterprises"].items.enumerated() {
            // Their names are drawn by chance, and two may be near each other.
            let words = ["enterprise", "add", name.string ?? "", "--force", "--as", "bn-clerk"]
            #expect(try daemon.document(words)["id"].string == "E-\(index + 1)")
        }
        try check("projects", truth["projects"], daemon)
        _ = try daemon.document("redo", "--as", "bn-clerk")
        try check("funds", truth["funds"], daemon)
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    /// Each file: planned, looked at, applied, planned again with every other file, taken back.
    private func check(_ kind: String, _ truth: JSON, _ daemon: Daemon) throws {
        let names = ["\(kind)-gb18030.csv", "\(kind)-utf8.csv", "\(kind).xlsx"]
        let good = truth["rows"].items.count
        for name in names {
            let plan = try self.plan(kind, name, daemon)
            let file = truth["files"][name]
            let bad = file["bad"].items
            #expect(counts(plan) == [good, 0, 0, 3, bad.count], "\(name): \(plan["problems"])")
            let problems = plan["problems"].items
            let found = problems.map { [$0["line"], $0["field"], $0["code"]] }
            #expect(found == bad.map(\.items), "\(name)")
            let hasAll = problems.allSatisfy { problem in
                ["column", "message", "remedy"].allSatisfy { problem[$0].string?.isEmpty == false }
            }
            #expect(hasAll, "\(name): \(problems)")
            let repeated = plan["samples"].items.filter { $0["action"].string == "duplicate" }.map { $0["line"] }
            #expect(repeated == file["duplicates"].items, "\(name)")
            let rival = try self.plan(kind, names[0], daemon)

            _ = try daemon.document("import", "apply", try #require(plan["id"].string), "--as", "bn-clerk")
            #expect(try held(kind, daemon, like: truth) == truth["rows"].items.map(\.members), "\(name)")
            for other in names {
                let again = try self.plan(kind, other, daemon)
                #expect(counts(again) == [0, 0, good, 3, bad.count], "\(name) then \(other): \(again["samples"])")
            }
            // The rows are in: the other plan would record them once more.
            let failure = try daemon.failure(
                "import", "apply", try #require(rival["id"].string), "--as", "bn-clerk", code: 80)
            #expect(failure["hint"].string?.contains("zs import \(kind)") == true)
            #expect(try held(kind, daemon, like: truth).count == good)
            _ = try daemon.document("undo", "--as", "bn-clerk")
            #expect(try held(kind, daemon, like: truth).isEmpty, "\(name)")
        }
    }

    /// What a ledger left open long ago is listed once; the ladder of reminders says nothing of it.
    @Test func anOldLedgerRaisesNoAlarm() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let truth = try ledgers(daemon)
        let plan = try self.plan("leads", "leads-gb18030.csv", daemon)
        let open = truth["leads"]["rows"].items.filter { ["assigned", "screening"].contains($0["state"].string) }
        let notices = plan["notices"].items
        #expect(notices.filter { $0["code"].string == "lapsed" }.count >= open.count)
        _ = try daemon.document("import", "apply", try #require(plan["id"].string), "--as", "bn-clerk")
        let listed = try daemon.document("lead", "list", "lapsed:yes", "limit:1000", "--as", "bn-clerk")["leads"].items
        #expect(Set(listed.map { $0["title"].string }) == Set(open.map { $0["title"].string }))
        #expect(try daemon.tasks("product:clock", "state:all").isEmpty)
        try daemon.advance(to: "2026-03-23T09:00")
        #expect(try daemon.document("directive", "list")["directives"].items.isEmpty)
        #expect(try daemon.document("lead", "list", "overdue:yes", "state:all")["leads"].items.isEmpty)
    }

    // MARK: what the tests share

    private func started() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-03-02T08:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            try daemon.advance(to: "2026-03-09T09:00")
        }
    }

    private func ledgers(_ daemon: Daemon) throws -> JSON {
        let python = try #require(Program.oraclePython, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let outcome = try daemon.root.run(python, [Program.oracle("pipeline"), daemon.root.path])
        try #require(outcome.code == 0, "\(outcome)")
        return try outcome.document
    }

    private func plan(_ kind: String, _ name: String, _ daemon: Daemon) throws -> JSON {
        try daemon.document("import", kind, daemon.root.path + "/" + name, "--as", "bn-clerk")["plan"]
    }

    private func counts(_ plan: JSON) -> [Int?] {
        ["create", "change", "unchanged", "duplicate", "refused"].map { plan["counts"][$0].int }
    }

    /// The records as they are exported, each with the fields that the ledger gives it.
    private func held(_ kind: String, _ daemon: Daemon, like truth: JSON) throws -> [[String: JSON]] {
        let table = try daemon.document("export", kind)["tables"].items[0]
        let fields = table["columns"].items.compactMap { $0["field"].string }
        return table["rows"].items.enumerated().map { index, row in
            let values = Dictionary(uniqueKeysWithValues: zip(fields, row.items))
            return truth["rows"][index].members.keys.reduce(into: [:]) { $0[$1] = values[$1] ?? .absent }
        }
    }
}
