import Foundation
import Testing

/// The officer's line of the day, from the command line to the store and back.
@Suite(.serialized)
struct EntrySerial {
    private static let officer = ["--as", "O-4"]

    @Test func captureLineIsReadWhole() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let logged = try daemon.document(
            ["log", "走访渝新能源，商定11月签约", "@渝新能源", "@bn-ne", "amount:3.2亿", "+走访", "colour:red"] + Self.officer)
        let entry = logged["entry"]
        // An unknown key stays text.
        #expect(entry["text"].string == "走访渝新能源，商定11月签约 colour:red")
        #expect(entry["amount"].int == 320_000_000)
        #expect(entry["tags"] == .list([.text("走访")]))
        #expect(entry["officer"].string == "O-4")
        #expect(entry["date"].string == "2026-01-29")
        #expect(entry["links"].items.contains { $0["name"].string == "渝新能源" })
        #expect(entry["links"].items.contains { $0["id"].string == "U-2" })
        #expect(logged["events"].items.isEmpty == false)
        #expect(logged["undo"].string?.hasPrefix("zs undo") == true)
        // The line is the inventory of the day.
        #expect(logged["task"]["state"].string == "accepted")
        let task = try #require(logged["task"]["id"].string)
        #expect(try daemon.document("task", "show", task)["task"]["on_time"].isTrue)
    }

    @Test func lastStandsForTheRecordOfTheCallersNewestCommand() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let none = try daemon.failure("entry", "show", "@last", "--as", "O-4", code: 66)
        #expect(none["hint"].string?.contains("zs help ids") == true)
        let first = try daemon.document(["log", "第一行"] + Self.officer)["id"].string
        let second = try daemon.document(["log", "第二行"] + Self.officer)["id"].string
        // Somebody else's line is not the caller's last one.
        _ = try daemon.document("log", "别人的一行", "--as", "O-5")
        let shown = try daemon.document(["entry", "show", "@last"] + Self.officer)
        #expect(shown["entry"]["id"].string == second)
        #expect(shown["entry"]["text"].string == "第二行")
        _ = try daemon.document(["undo"] + Self.officer)
        #expect(try daemon.document(["entry", "show", "@last"] + Self.officer)["entry"]["id"].string == first)
    }

    @Test func ambiguousNameIsNotGuessed() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        for (code, unit) in [("x1", "bn-ne"), ("x2", "bn-bio")] {
            _ = try daemon.document(
                "officer", "add", "code:\(code)", "name:李明", "unit:\(unit)", "role:officer")
        }
        let failure = try daemon.failure("log", "见面", "@李明", "--as", "O-4", code: 79)
        #expect(failure["code"].string == "ambiguous")
        #expect(failure["details"]["candidates"].items.count == 2)
        #expect(try Self.entries(daemon).isEmpty)
    }

    @Test func logMovesNoStage() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let failure = try daemon.failure("log", "签约", "stage:signed", "--as", "O-4", code: 65)
        #expect(failure["hint"].string?.contains("zs project advance") == true)
    }

    @Test func zeroReportIsTheInventoryOfADayWithoutLines() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let logged = try daemon.document(["log", "--zero"] + Self.officer)
        #expect(logged["entry"]["source"].string == "zero")
        #expect(logged["task"]["state"].string == "accepted")
        // A day with a line has something to report.
        _ = try daemon.document("log", "来电", "--as", "O-5")
        #expect(try daemon.failure("log", "--zero", "--as", "O-5", code: 65)["code"].string == "refused")
    }

    @Test func yesterdayIsWrittenAndTomorrowIsNot() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let late = try daemon.document(["log", "昨天走访", "--on", "yesterday"] + Self.officer)
        #expect(late["entry"]["date"].string == "2026-01-28")
        let chinese = try daemon.document(["log", "前天走访", "--on", "昨天"] + Self.officer)
        #expect(chinese["entry"]["date"].string == "2026-01-28")
        #expect(
            try daemon.failure("log", "明天", "--on", "2026-01-30", "--as", "O-4", code: 65)["code"].string
                == "bad_date")
    }

    @Test func dryRunShowsAndWritesNothing() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let before = try daemon.document("audit", "verify")["head_hash"]
        let shown = try daemon.document(["log", "试写", "--dry-run"] + Self.officer)
        #expect(shown["dry_run"].isTrue)
        #expect(shown["events"].items.isEmpty)
        #expect(shown["entry"]["text"].string == "试写")
        #expect(try Self.entries(daemon).isEmpty)
        #expect(try daemon.document("audit", "verify")["head_hash"] == before)
        // A number that was shown only is not used up.
        #expect(try daemon.document(["log", "真写"] + Self.officer)["id"] == shown["id"])
    }

    @Test func commandSentTwiceIsDoneOnce() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let command = ["--command-id", "0b9f2f5e-6f5a-4f0e-9d53-1c1f6a0c7d11"] + Self.officer
        let first = try daemon.document(["log", "一次"] + command)
        #expect(try daemon.document(["log", "一次"] + command) == first)
        #expect(try Self.entries(daemon).count == 1)
        let other = try daemon.zs(["log", "另一次"] + command + ["--json"])
        #expect(other.code == 80, "\(other)")
        #expect(try other.failure["code"].string == "conflict")
        // Nor does another caller get the answer.
        let stranger = try daemon.zs(["log", "一次", "--command-id", command[1], "--as", "O-5", "--json"])
        #expect(stranger.code == 80, "\(stranger)")
        #expect(try Self.entries(daemon).count == 1)
    }

    @Test func refusedCommandMayUseItsIdAgain() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let command = ["--command-id", "0b9f2f5e-6f5a-4f0e-9d53-1c1f6a0c7d12"] + Self.officer
        #expect(try daemon.zs(["log", "错", "amount:三"] + command).code == 65)
        _ = try daemon.document(["log", "对", "amount:3亿"] + command)
    }

    @Test func withdrawingTheLastLineReopensTheDay() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let logged = try daemon.document(["log", "走访"] + Self.officer)
        let entry = try #require(logged["id"].string)
        let task = try #require(logged["task"]["id"].string)
        _ = try daemon.document(["entry", "withdraw", entry] + Self.officer)
        #expect(try daemon.document("task", "show", task)["task"]["state"].string == "open")
        #expect(try Self.entries(daemon).isEmpty)
        _ = try daemon.document(["undo"] + Self.officer)
        #expect(try daemon.document("task", "show", task)["task"]["state"].string == "accepted")
        #expect(try Self.entries(daemon).count == 1)
    }

    @Test func editUndoAndRedoLeaveTheirHistory() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let entry = try #require(try daemon.document(["log", "原文"] + Self.officer)["id"].string)
        let edited = try daemon.document(["entry", "edit", entry, "新文"] + Self.officer)
        #expect(
            edited["changed"].items.contains {
                $0["field"].string == "text" && $0["from"].string == "原文" && $0["to"].string == "新文"
            })
        #expect(try Self.text(of: entry, daemon) == "新文")
        _ = try daemon.document(["undo"] + Self.officer)
        #expect(try Self.text(of: entry, daemon) == "原文")
        _ = try daemon.document(["redo"] + Self.officer)
        #expect(try Self.text(of: entry, daemon) == "新文")
        #expect(try daemon.document("history", entry)["events"].items.count >= 4)
    }

    @Test func undoIsRefusedWhenTheSubjectWasTouchedSince() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let entry = try #require(try daemon.document(["log", "原文"] + Self.officer)["id"].string)
        // The clerk of the bureau may write for everybody below it.
        _ = try daemon.document("entry", "edit", entry, "内勤改过", "--as", "O-2")
        let failure = try daemon.failure("undo", "--as", "O-4", code: 80)
        #expect(failure["message"].string?.contains(entry) == true || "\(failure["details"])".contains(entry))
        #expect(try Self.text(of: entry, daemon) == "内勤改过")
    }

    @Test(arguments: ["3.2x", "-1亿", "0.5元", "5000万1亿", "8.2亿美元"])
    func wrongAmountIsRefused(_ amount: String) throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let failure = try daemon.failure("log", "走访", "amount:\(amount)", "--as", "O-4", code: 65)
        #expect(failure["code"].string == "bad_money")
        #expect(try Self.entries(daemon).isEmpty)
    }

    @Test func lineOfTwoMebibytesIsAnError() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        // An argument of a program holds 128 KiB, so the line comes as many words.
        let words = (0..<16).map { _ in String(repeating: "字", count: 43_000) }
        let outcome = try daemon.zs(["log"] + words + Self.officer + ["--json"])
        #expect([64, 65].contains(outcome.code), "\(outcome)")
        #expect(try outcome.failure["message"].string?.isEmpty == false)
        #expect(try Self.entries(daemon).isEmpty)
    }

    @Test func eachDocumentNamesItsSchema() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let entry = try #require(try daemon.document(["log", "走访", "+走访"] + Self.officer)["id"].string)
        // `document` fails when the schema is missing.
        for line in [
            "status", "version", "doctor", "whoami", "audit verify", "audit show", "profile list",
            "profile show banan", "setting list", "setting show task.grace_working_days", "unit list",
            "unit show U-1", "officer list", "officer show O-4", "entry list", "entry show \(entry)",
            "task list", "task show T-1", "task explain T-1", "task next", "next", "rule list", "rule show R-1",
            "calendar show 2026-02", "calendar due 2026-02-13 +3wd", "calendar count 2026-02-01 2026-02-28",
            "calendar roll 2026-10-03 following", "calendar nth 2026-10 -1", "calendar years", "clock show",
            "target tree 2026", "report list", "report show day 2026-01-29 --unit U-1",
            "report show year 2026 --unit U-1", "report preview month 2026-01 --unit U-1",
            "report explain month 2026-01 entries.count --unit U-1",
            "report diff month 2025-12 2026-01 --unit U-1", "today --as O-4", "week --unit U-1",
            "month --unit U-1", "quarter --unit U-1", "year --unit U-1", "history \(entry)",
            "check money 3亿", "search 走访", "check uscc 91350100M000100Y43",
        ] {
            _ = try daemon.document(line.split(separator: " ").map(String.init))
        }
    }

    private func started() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-01-28T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            // Officers belong to their units from the day of the profile on; the tests write for the day after.
            try daemon.advance(to: "2026-01-29T09:00")
        }
    }

    private static func entries(_ daemon: Daemon) throws -> [JSON] {
        try daemon.document("entry", "list")["entries"].items
    }

    private static func text(of entry: String, _ daemon: Daemon) throws -> String? {
        try daemon.document("entry", "show", entry)["entry"]["text"].string
    }
}
