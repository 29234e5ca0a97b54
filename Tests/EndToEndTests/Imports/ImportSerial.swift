import Foundation
import Testing

/// Ledgers of 500 rows from the file to the store, with the real programs.
@Suite(.serialized, .enabled(if: Program.oraclePython != nil || Program.isEachRequired, "ZS_ORACLE_PYTHON is not set"))
struct ImportSerial {
    @Test func aLedgerComesToTheSameFromEveryProgram() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let truth = try Self.writeLedgers(daemon)
        for (name, bad) in [("gb18030.csv", "bad"), ("utf8.csv", "bad"), (".xlsx", "sheet_bad")] {
            let file = daemon.root.path + "/ledger" + (name.hasPrefix(".") ? "" : "-") + name
            let before = try daemon.document("status")["database"]["events"].int
            let plan = try daemon.document("import", "entries", file, "--as", "bn-clerk")["plan"]
            #expect(try daemon.document("status")["database"]["events"].int == before)
            #expect(Self.counts(plan) == [492, 0, 0, 5, 3], "\(name)")
            #expect(plan["problems"].items.map { $0["line"] } == truth[bad].items, "\(name)")
            #expect(plan["problems"].items.allSatisfy { $0["column"].string == "经办人" && $0["remedy"].string != nil })
            let repeated = plan["samples"].items.filter { $0["action"].string == "duplicate" }.map { $0["line"] }
            if bad == "bad" { #expect(repeated == truth["duplicates"].items, "\(name)") }

            let applied = try daemon.document("import", "apply", try #require(plan["id"].string), "--as", "bn-clerk")
            #expect(applied["undo"].string?.hasPrefix("zs undo") == true)
            let entries = try Self.entries(daemon)
            #expect(entries.count == 492, "\(name)")
            #expect(entries.compactMap { $0["amount"].int }.reduce(0, +) == truth["amount"].int, "\(name)")
            #expect(Set(entries.compactMap { $0["kind"].string }) == ["visitOut"])

            // The other two files say the same; so does this one again.
            for other in ["-gb18030.csv", "-utf8.csv", ".xlsx"] {
                let again = try daemon.document(
                    "import", "entries", daemon.root.path + "/ledger" + other, "--as", "bn-clerk")["plan"]
                #expect(Self.counts(again) == [0, 0, 492, 5, 3], "\(name) then \(other)")
            }
            _ = try daemon.document("undo", "--as", "bn-clerk")
            #expect(try Self.entries(daemon).isEmpty)
        }
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test func aKilledDaemonLeavesAllRowsOrNone() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        _ = try Self.writeLedgers(daemon)
        let file = daemon.root.path + "/ledger-gb18030.csv"
        let plan = try #require(
            try daemon.document("import", "entries", file, "--as", "bn-clerk")["plan"]["id"].string)
        var seen: [Int] = []
        for round in 0..<12 {
            let client = try daemon.root.launch(
                Program.zs, ["import", "apply", plan, "--as", "bn-clerk"], environment: ["ZS_SOCKET": daemon.socket])
            // Not to wait for something: each round ends at another moment of the command.
            usleep(UInt32(round) * 12_000)
            try daemon.kill()
            _ = try client.wait(seconds: 30)
            try daemon.start(at: "2026-01-28T09:00")
            let count = try Self.entries(daemon).count
            seen.append(count)
            #expect(count == 0 || count == 492, "round \(round)")
            #expect(try daemon.document("doctor")["ok"].isTrue)
            #expect(try daemon.document("audit", "verify")["ok"].isTrue)
            let state = try daemon.document("import", "show", plan, "--as", "bn-clerk")["plan"]["state"].string
            #expect(state == (count == 0 ? "planned" : "applied"), "round \(round)")
            if count != 0 { break }
        }
        #expect(seen.first == 0)
        if seen.last == 0 { _ = try daemon.document("import", "apply", plan, "--as", "bn-clerk") }
        #expect(try Self.entries(daemon).count == 492)
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test func aPlanIsRefusedOnceTheStoreHasMoved() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let file = try daemon.root.write("日期,人员,内容\n2026-01-20,bn-ne-1,走访甲\n2026-01-20,bn-ne-2,走访乙\n", to: "a.csv")
        let plan = try #require(try daemon.document("import", "entries", file)["plan"]["id"].string)
        // Another day's line decides nothing of it; the same line does.
        _ = try daemon.document("log", "别的事", "--as", "bn-ne-1")
        _ = try daemon.document("import", "apply", plan, "--dry-run")
        _ = try daemon.document("log", "走访甲", "--on", "2026-01-20", "--as", "bn-ne-1")
        let failure = try daemon.failure("import", "apply", plan, code: 80)
        #expect(failure["hint"].string?.contains("zs import entries") == true)
        let again = try daemon.document("import", "entries", file)["plan"]
        #expect(Self.counts(again) == [1, 0, 1, 0, 0])
        _ = try daemon.document("import", "apply", try #require(again["id"].string))
        #expect(
            try daemon.failure("import", "apply", try #require(again["id"].string), code: 80)["code"].string
                == "conflict")
    }

    @Test func whatIsExportedImportsAsUnchanged() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        _ = try daemon.document(
            "log", "=1+1 公式样的一行，带逗号", "@bn-bio", "@某企业", "+重点", "amount:3.2亿", "industry:C39", "--as", "bn-ne-1")
        _ = try daemon.document("target", "set", "bn-ne", "2026", "entries.count", "1201", "q1:300", "--as", "bn-head")
        for (kind, rows) in [("entries", 1), ("targets", 1), ("officers", 15)] {
            for language in ["zh", "en"] {
                let file = daemon.root.path + "/\(kind)-\(language).csv"
                _ = try daemon.zs("export", kind, "-o", file, "--lang", language)
                let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
                #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
                let words = kind == "targets" ? ["--as", "bn-head"] : []
                let plan = try daemon.document(["import", kind, file] + words)["plan"]
                #expect(Self.counts(plan) == [0, 0, rows, 0, 0], "\(kind) \(language): \(plan["problems"])")
            }
        }
    }

    @Test func aFileThatIsNoTableIsRefusedWithItsReason() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let text = try daemon.root.write("日期,人员,内容\n2026-01-20,bn-ne-1,\"走访甲\n", to: "open.csv")
        #expect(try daemon.failure("import", "entries", text, code: 65)["details"]["reason"].string == "open_quote")
        let zip = daemon.root.path + "/broken.xlsx"
        try Data([0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 300)).write(to: URL(filePath: zip))
        #expect(try daemon.failure("import", "entries", zip, code: 65)["details"]["reason"].string == "archive")
        let titles = try daemon.root.write("甲,乙\n1,2\n", to: "titles.csv")
        #expect(try daemon.failure("import", "entries", titles, code: 65)["details"]["columns"].items.count == 2)
        // Somebody else's unit, and somebody without the right.
        let line = try daemon.root.write("日期,人员,内容\n2026-01-20,bn-ne-1,走访甲\n", to: "line.csv")
        #expect(
            try daemon.failure("import", "entries", line, "--as", "bn-ne-1", code: 77)["code"].string == "forbidden")
        let mapped = try daemon.root.write("天,谁,什么\n2026-01-20,bn-ne-1,走访甲\n", to: "mapped.csv")
        let plan = try daemon.document(
            "import", "entries", mapped, "--map", "天=date", "--map", "谁=officer", "--map", "C=text")["plan"]
        #expect(Self.counts(plan) == [1, 0, 0, 0, 0])
    }

    // MARK: what the tests share

    private func started() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-01-05T08:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            try daemon.advance(to: "2026-01-28T09:00")
        }
    }

    /// The files and what their writer says of them.
    private static func writeLedgers(_ daemon: Daemon) throws -> JSON {
        let python = try #require(Program.oraclePython, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let outcome = try daemon.root.run(python, [Program.oracle("imports"), daemon.root.path])
        try #require(outcome.code == 0, "\(outcome)")
        return try outcome.document
    }

    private static func counts(_ plan: JSON) -> [Int?] {
        ["create", "change", "unchanged", "duplicate", "refused"].map { plan["counts"][$0].int }
    }

    private static func entries(_ daemon: Daemon) throws -> [JSON] {
        try daemon.document("entry", "list", "since:2026-01-01", "until:2026-12-31", "limit:100000")["entries"].items
            .filter {
                $0["source"].string == "typed"
            }
    }
}
