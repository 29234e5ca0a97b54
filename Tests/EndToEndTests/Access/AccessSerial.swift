import Testing

/// Who may do what, with callers that the kernel tells apart: `zs` under another uid than the daemon's.
@Suite(.serialized, .enabled(if: Stranger.canBe, "not root, or setpriv is missing"))
struct AccessSerial {
    @Test func unknownCallerIsToldWhatAnAdministratorMustRun() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let stranger = try Stranger(daemon)
        for words in [["log", "走访"], ["task", "list"], ["status"], ["entry", "list"]] {
            let outcome = try stranger.zs(words + ["--json"])
            #expect(outcome.code == 77, "\(words): \(outcome)")
            let hint = try #require(try outcome.failure["hint"].string)
            #expect(hint.contains("zs officer edit") && hint.contains("uid:\(Stranger.uid)"), "\(hint)")
        }
        // Naming an officer makes nobody one.
        #expect(try stranger.zs(["log", "走访", "--as", "O-4"]).code == 77)
        #expect(try stranger.zs(["version"]).code == 0)
        #expect(try daemon.document("entry", "list")["entries"].items.isEmpty)
    }

    @Test func officerLogsAndDoesNotAdminister() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let stranger = try Stranger(daemon)
        _ = try daemon.document("officer", "edit", "O-4", "uid:\(Stranger.uid)")
        let logged = try stranger.zs(["log", "走访", "--json"])
        #expect(logged.code == 0, "\(logged)")
        #expect(try logged.document["entry"]["officer"].string == "O-4")
        #expect(try stranger.zs(["task", "list"]).code == 0)
        for line in [
            "profile apply jiulongpo --yes", "unit add code:x kind:taskForce name:x parent:bn",
            "officer edit O-4 role:admin", "officer add code:x name:x unit:bn role:admin",
            "setting set task.grace_working_days 5", "rule end R-1 --yes", "clock advance --by 1d --yes",
            "target set U-2 2026 entries.count 5", "report freeze week 2026-W05 --unit U-2 --yes",
            "audit show", "log 走访 --as O-5",
        ] {
            let outcome = try stranger.zs(line.split(separator: " ").map(String.init) + ["--json"])
            #expect(outcome.code == 77, "\(line): \(outcome)")
            #expect(try outcome.failure["code"].string == "forbidden", "\(line)")
        }
    }

    @Test func foreignUnitIsClosed() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let stranger = try Stranger(daemon)
        _ = try daemon.document("officer", "edit", "O-3", "uid:\(Stranger.uid)")
        let foreign = try #require(
            try daemon.tasks("product:consolidation").first { $0["subject"].string == "U-3" }?["id"].string)
        let entry = try #require(try daemon.document("log", "生物", "--as", "O-7")["id"].string)
        for words in [
            ["report", "show", "month", "2026-01", "--unit", "U-3"], ["task", "submit", foreign],
            ["task", "waive", foreign, "--reason", "x"], ["entry", "show", entry],
            ["entry", "withdraw", entry], ["report", "show", "month", "2026-01", "--unit", "U-1"],
        ] {
            let outcome = try stranger.zs(words + ["--json"])
            #expect(outcome.code == 77, "\(words): \(outcome)")
        }
        // Lists show what may be seen.
        let listed = try stranger.zs(["entry", "list", "--json"])
        #expect(try listed.document["entries"].items.isEmpty, "\(listed)")
        let tasks = try stranger.zs(["task", "list", "limit:1000", "--json"]).document["tasks"].items
        #expect(!tasks.isEmpty)
        #expect(tasks.allSatisfy { $0["unit"].string == "U-2" })
    }

    @Test func clerkWritesForOfficersOfTheUnitOnly() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let stranger = try Stranger(daemon)
        let clerk = try #require(
            try daemon.document(
                "officer", "add", "code:ck", "name:内勤", "unit:bn-ne", "role:clerk", "uid:\(Stranger.uid)")["id"]
                .string)
        let within = try stranger.zs(["log", "代记", "--as", "O-4", "--json"])
        #expect(within.code == 0, "\(within)")
        let entry = try #require(try within.document["id"].string)
        // The log keeps both.
        let history = try daemon.document("entry", "show", entry)["history"]
        #expect(history[0]["actor"].string == clerk)
        #expect(history[0]["on_behalf"].string == "O-4")
        let outside = try stranger.zs(["log", "代记", "--as", "O-7", "--json"])
        #expect(outside.code == 77, "\(outside)")
        // An administrator is none of the unit's officers either.
        #expect(try stranger.zs(["log", "代记", "--as", "O-1"]).code == 77)
        #expect(try daemon.document("entry", "list")["entries"].items.count == 1)
    }

    @Test func auditorReadsEverythingAndWritesNothing() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let stranger = try Stranger(daemon)
        _ = try daemon.document(
            "officer", "add", "code:au", "name:审计", "unit:bn-lo", "role:auditor", "uid:\(Stranger.uid)")
        for words in [
            ["audit", "verify"], ["audit", "show"], ["report", "show", "month", "2026-01", "--unit", "U-3"],
        ] {
            let outcome = try stranger.zs(words)
            #expect(outcome.code == 0, "\(words): \(outcome)")
        }
        #expect(try stranger.zs(["log", "写"]).code == 77)
        #expect(try stranger.zs(["setting", "set", "task.grace_working_days", "5"]).code == 77)
    }

    @Test func deactivatedOfficerIsAStrangerAgain() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let stranger = try Stranger(daemon)
        _ = try daemon.document("officer", "edit", "O-4", "uid:\(Stranger.uid)")
        #expect(try stranger.zs(["log", "走访"]).code == 0)
        _ = try daemon.document("officer", "deactivate", "O-4", "--yes")
        #expect(try stranger.zs(["log", "又走访"]).code == 77)
    }

    private func started() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-01-29T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
        }
    }
}
