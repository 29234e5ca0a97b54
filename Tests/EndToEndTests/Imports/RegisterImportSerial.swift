import Foundation
import Testing

/// Registers of enterprises, projects, funds and leads from the file to the store, with the real programs.
@Suite(.serialized, .enabled(if: Program.oraclePython != nil || Program.isEachRequired, "ZS_ORACLE_PYTHON is not set"))
struct RegisterImportSerial {
    @Test func aRegisterOf500ComesToTheSameFromEveryProgram() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let python = try #require(Program.oraclePython, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let outcome = try daemon.root.run(python, [Program.oracle("registers"), daemon.root.path])
        try #require(outcome.code == 0, "\(outcome)")
        let truth = try outcome.document
        let names = ["register-gb18030.csv", "register-utf8.csv", "register.xlsx"]
        for name in names {
            let file = daemon.root.path + "/" + name
            let before = try daemon.document("status")["database"]["events"].int
            let plan = try daemon.document("import", "enterprises", file, "--as", "bn-clerk")["plan"]
            #expect(try daemon.document("status")["database"]["events"].int == before)
            #expect(plan["rows"] == truth["rows"])
            #expect(counts(plan) == [492, 0, 0, 5, 3], "\(name): \(plan["problems"])")
            let problems = plan["problems"].items
            #expect(problems.map { $0["line"] } == truth["bad"].items.map { $0["line"] }, "\(name)")
            #expect(problems.allSatisfy { $0["column"].string == "统一社会信用代码" && $0["code"].string == "bad_code" })
            for (problem, expected) in zip(problems, truth["bad"].items) {
                #expect(problem["details"]["position"] == expected["position"], "\(name)")
                #expect(problem["details"]["expected"] == expected["expected"], "\(name)")
                let position = try #require(expected["position"].int)
                let isNamed = problem["message"].string?.contains(expected["expected"].string ?? "\(position)") == true
                #expect(isNamed, "\(problem["message"])")
            }
            let repeated = plan["samples"].items.filter { $0["action"].string == "duplicate" }.map { $0["line"] }
            #expect(repeated == truth["duplicates"].items, "\(name)")

            _ = try daemon.document("import", "apply", try #require(plan["id"].string), "--as", "bn-clerk")
            let codes = try enterprises(daemon).compactMap { $0["uscc"].string }.sorted()
            #expect(codes == truth["codes"].items.compactMap(\.string), "\(name)")
            for other in names {
                let again = try daemon.document(
                    "import", "enterprises", daemon.root.path + "/" + other, "--as", "bn-clerk")["plan"]
                #expect(counts(again) == [0, 0, 492, 5, 3], "\(name) then \(other)")
            }
            try unchangedByExport("enterprises", 492, daemon)
            _ = try daemon.document("undo", "--as", "bn-clerk")
            #expect(try enterprises(daemon).isEmpty)
        }
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    /// The daemon is killed at moments that lie over the whole of the command: before, within and after its transaction.
    @Test(arguments: ["register-gb18030.csv", "register-utf8.csv"])
    func aKilledDaemonLeavesTheWholeRegisterOrNothing(name: String) throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let python = try #require(Program.oraclePython, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let outcome = try daemon.root.run(python, [Program.oracle("registers"), daemon.root.path])
        try #require(outcome.code == 0, "\(outcome)")
        let truth = try outcome.document["codes"].items.compactMap(\.string)
        let file = daemon.root.path + "/" + name
        var plan = try planned(file, daemon)
        // All of it but the commit.
        let clock = ContinuousClock()
        let length = try clock.measure {
            _ = try daemon.document("import", "apply", plan, "--dry-run", "--as", "bn-clerk")
        }
        let rounds = 10
        var whole = 0
        for round in 0..<rounds {
            let client = try daemon.root.launch(
                Program.zs, ["import", "apply", plan, "--as", "bn-clerk"], environment: ["ZS_SOCKET": daemon.socket])
            // Not to wait for something: each round ends at another moment of the command, the last ones after it.
            let moment = length * round / 3
            usleep(UInt32(moment / .microseconds(1)))
            try daemon.kill()
            _ = try client.wait(seconds: 30)
            try daemon.start(at: "2026-01-28T09:00")
            let codes = try enterprises(daemon).compactMap { $0["uscc"].string }.sorted()
            #expect(codes.isEmpty || codes == truth, "round \(round): \(codes.count)")
            #expect(try daemon.document("doctor")["ok"].isTrue && daemon.document("audit", "verify")["ok"].isTrue)
            let state = try daemon.document("import", "show", plan, "--as", "bn-clerk")["plan"]["state"].string
            #expect(state == (codes.isEmpty ? "planned" : "applied"), "round \(round)")
            guard !codes.isEmpty else { continue }
            whole += 1
            _ = try daemon.document("undo", "--as", "bn-clerk")
            plan = try planned(file, daemon)
        }
        #expect(whole > 0 && whole < rounds, "\(whole) of \(rounds)")
        _ = try daemon.document("import", "apply", plan, "--as", "bn-clerk")
        let again = try daemon.document("import", "enterprises", file, "--as", "bn-clerk")["plan"]
        #expect(counts(again) == [0, 0, 492, 5, 3])
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test func anEnterpriseIsKnownAgainAndANearNameIsNobodysGuess() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let first = try daemon.root.write(
            """
            企业名称,信用代码,国别,注册号,集团,曾用名
            某集团,,,,,
            渝新能源科技有限公司,91350100M000100Y43,中国,,某集团,"渝新能源；Yu Energy Co., Ltd."
            Acme Inc.,,US,C-100,,
            """, to: "first.csv")
        try apply("enterprises", first, [3, 0, 0, 0, 0], daemon)
        let grouped = try daemon.document("enterprise", "list", "group:E-1")["enterprises"].items
        #expect(grouped.map { $0["name"].string } == ["渝新能源科技有限公司"])
        try unchangedByExport("enterprises", 3, daemon)

        // A new name of the code, an old name without it, a registration, a near name, the near name as another one.
        let second = try daemon.root.write(
            """
            企业名称,信用代码,国别,注册号,行业,另一家
            渝新能源股份有限公司,91350100M000100Y43,,,,
            Acme Incorporated,,US,C-100,,
            某集团公司,,,,,
            某集团公司,,,,C3962,是
            某集团,,,,C3962,
            """, to: "second.csv")
        let plan = try daemon.document("import", "enterprises", second, "--as", "bn-clerk")["plan"]
        #expect(counts(plan) == [1, 3, 0, 0, 1], "\(plan["problems"])")
        let near = plan["problems"].items[0]
        #expect(near["code"].string == "ambiguous" && near["line"].int == 4)
        #expect(near["details"]["candidates"].items.first?.string == "E-1 某集团", "\(near)")
        _ = try daemon.document("import", "apply", try #require(plan["id"].string), "--as", "bn-clerk")
        let renamed = try daemon.document("enterprise", "show", "91350100M000100Y43")
        #expect(renamed["enterprise"]["name"].string == "渝新能源股份有限公司", "\(renamed)")
        // The ledger of before is history: it renames nothing back.
        let old = try daemon.document("import", "enterprises", first, "--as", "bn-clerk")["plan"]
        #expect(counts(old) == [0, 0, 3, 0, 0], "\(old["samples"])")
    }

    // MARK: what the tests share

    private func started() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-01-05T08:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            try daemon.advance(to: "2026-01-28T09:00")
        }
    }

    private func planned(_ file: String, _ daemon: Daemon) throws -> String {
        let plan = try daemon.document("import", "enterprises", file, "--as", "bn-clerk")["plan"]
        #expect(counts(plan) == [492, 0, 0, 5, 3], "\(plan["problems"])")
        return try #require(plan["id"].string)
    }

    private func apply(_ kind: String, _ file: String, _ expected: [Int?], _ daemon: Daemon) throws {
        let plan = try daemon.document("import", kind, file, "--as", "bn-clerk")["plan"]
        #expect(counts(plan) == expected, "\(plan["problems"])")
        _ = try daemon.document("import", "apply", try #require(plan["id"].string), "--as", "bn-clerk")
        let again = try daemon.document("import", kind, file, "--as", "bn-clerk")["plan"]
        let rows = try #require(plan["rows"].int)
        #expect(counts(again) == [0, 0, rows, 0, 0], "\(again["samples"]) \(again["problems"])")
    }

    private func unchangedByExport(_ kind: String, _ rows: Int, _ daemon: Daemon) throws {
        for language in ["zh", "en"] {
            let file = daemon.root.path + "/\(kind)-\(language).csv"
            _ = try daemon.zs("export", kind, "-o", file, "--lang", language)
            let plan = try daemon.document("import", kind, file, "--as", "bn-clerk")["plan"]
            #expect(counts(plan) == [0, 0, rows, 0, 0], "\(kind) \(language): \(plan["problems"]) \(plan["samples"])")
        }
    }

    private func counts(_ plan: JSON) -> [Int?] {
        ["create", "change", "unchanged", "duplicate", "refused"].map { plan["counts"][$0].int }
    }

    private func enterprises(_ daemon: Daemon) throws -> [JSON] {
        try daemon.document("enterprise", "list", "limit:10000")["enterprises"].items
    }
}
