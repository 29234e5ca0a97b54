import Foundation
import Testing

/// From lines of the day to a frozen report, in the real daemon.
@Suite(.serialized)
struct ReportSerial {
    @Test func monthIsFrozenByTheSchedulerAndLateEntriesComeInTheNextIssue() throws {
        let daemon = try january()
        defer { daemon.root.remove() }
        // The third working day of February is the 4th; one minute before, nothing is frozen.
        try daemon.advance(to: "2026-02-04T17:29")
        let open = try daemon.document(Self.month("2026-01", "show"))["state"].string
        #expect(open != nil && open != "frozen")
        try daemon.advance(to: "2026-02-04T17:30")
        let frozen = try daemon.document(Self.month("2026-01", "show"))
        #expect(frozen["state"].string == "frozen")
        let hash = try #require(frozen["hash"].string)
        #expect(hash.count == 64)
        #expect(frozen["figures"]["entries.count"]["value"].int == 3)
        #expect(frozen["figures"]["entries.amount"]["value"].int == 470_000_000)
        let verified = try daemon.document(Self.month("2026-01", "verify"))
        #expect(verified["ok"].isTrue && verified["recomputed"].isTrue)
        #expect(verified["hash"].string == hash)

        _ = try daemon.document("log", "补报一条", "--on", "2026-01-30", "--as", "O-4")
        let again = try daemon.document(Self.month("2026-01", "show"))
        #expect(again["hash"].string == hash)
        #expect(again["figures"]["entries.count"]["value"].int == 3)
        #expect(try daemon.document(Self.month("2026-01", "verify"))["ok"].isTrue)

        _ = try daemon.document("log", "二月的一条", "--as", "O-4")
        let next = try daemon.document(Self.month("2026-02", "show"))["figures"]
        #expect(next["late.entries.count"]["value"].int == 1)
        #expect(next["entries.count"]["value"].int == 1)
        // Cumulative is the sum of all issues.
        #expect(next["entries.count.cumulative"]["value"].int == 5)
        #expect(
            try daemon.document(["report", "explain", "month", "2026-02", "late.entries.count"] + Self.unit)["rows"]
                .items.compactMap { $0["effective_on"].string } == ["2026-01-30"])
    }

    @Test(arguments: ["entries.count", "entries.amount", "K19.out", "entries.count.cumulative"])
    func rowsOfAFigureAddUpToIt(_ figure: String) throws {
        let daemon = try january()
        defer { daemon.root.remove() }
        let value = try daemon.document(Self.month("2026-01", "show"))["figures"][figure]["value"].int
        let explained = try daemon.document(["report", "explain", "month", "2026-01", figure] + Self.unit)
        #expect(explained["value"].int == value)
        let amounts = explained["rows"].items.map { $0["amount"].int ?? 1 }
        #expect(amounts.reduce(0, +) == value)
        #expect(!amounts.isEmpty)
        #expect(explained["rows"].items.allSatisfy { $0["seq"].int != nil && $0["id"].string != nil })
    }

    @Test func weekAfterTheEmptyOneCoversBoth() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-02-14T09:00")
        _ = try daemon.document("profile", "apply", "banan")
        // A Sunday of the holiday: no inventory is due, a line may still be written.
        try daemon.advance(to: "2026-02-22T10:00")
        _ = try daemon.document("log", "假期接待", "--as", "O-4")
        try daemon.advance(to: "2026-02-25T10:00")
        _ = try daemon.document("log", "节后走访", "--as", "O-4")
        let report = try daemon.document(["report", "show", "week", "2026-W09"] + Self.unit)
        #expect(report["covers_from"].string == "2026-W08")
        #expect(report["figures"]["entries.count"]["value"].int == 2)
    }

    @Test func filesAreWrittenInTheFormOfTheirName() throws {
        let daemon = try january()
        defer { daemon.root.remove() }
        let base = daemon.root.path + "/report"
        let outcome = try daemon.zs(
            ["report", "show", "month", "2026-01"] + Self.unit
                + ["--lang", "zh", "-o", base + ".md", "-o", base + ".csv", "-o", base + ".json"])
        #expect(outcome.code == 0, "\(outcome)")
        let markdown = try String(contentsOfFile: base + ".md", encoding: .utf8)
        #expect(markdown.hasPrefix("# "))
        #expect(markdown.contains("4.7亿元"))
        let json = try JSON(String(contentsOfFile: base + ".json", encoding: .utf8))
        #expect(json["schema"].string == "zhaoshang/report.v1")
        let csv = try Data(contentsOf: URL(filePath: base + ".csv"))
        // Spreadsheets take a file for UTF-8 by this mark; RFC 4180 ends lines with CR LF.
        #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
        let bytes = Array(csv)
        #expect(bytes.indices.allSatisfy { bytes[$0] != 0x0A || ($0 > 0 && bytes[$0 - 1] == 0x0D) })

        let unwritable = try daemon.zs(
            ["report", "show", "month", "2026-01"] + Self.unit + ["-o", daemon.root.path + "/none/report.md"])
        #expect(unwritable.code == 73, "\(unwritable)")
    }

    @Test(.enabled(if: Program.canTest(with: "python3"), "python3 is missing"))
    func csvIsReadByAnotherProgram() throws {
        let daemon = try january()
        defer { daemon.root.remove() }
        let path = daemon.root.path + "/report.csv"
        _ = try daemon.zs(["report", "show", "month", "2026-01"] + Self.unit + ["--lang", "zh", "-o", path])
        let python = try #require(Program.find("python3"), "REQUIRE_ALL=1 and python3 is missing")
        let script = """
            import csv, json, sys
            with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
                print(json.dumps(list(csv.reader(file, strict=True))))
            """
        let read = try daemon.root.run(python, ["-c", script, path])
        #expect(read.code == 0, "\(read)")
        let rows = try read.document.items.map { $0.items.compactMap(\.string) }
        #expect(rows.contains { $0.contains("日志条数") && $0.contains("3") })
    }

    @Test func twoMonthsAreCompared() throws {
        let daemon = try january()
        defer { daemon.root.remove() }
        let figures = try daemon.document(["report", "diff", "month", "2025-12", "2026-01"] + Self.unit)["figures"]
        let count = try #require(figures.items.first { $0["figure"].string == "entries.count" })
        #expect(count["from"].int == 0 && count["to"].int == 3 && count["change"].int == 3)
    }

    @Test func reportSpeaksOneLanguage() throws {
        let daemon = try january()
        defer { daemon.root.remove() }
        // Notations that both languages write alike.
        let alike = /[KTUWO]\d+|\+\S+|\d{4}-(W|Q)\d+|[KMG]?\d+/
        let path = daemon.root.path + "/report.md"
        for language in ["zh", "en"] {
            let text = try daemon.zs(
                ["report", "show", "month", "2026-01"] + Self.unit + [
                    "--lang", language, "-o", daemon.root.path + "/report.md",
                ])
            #expect(text.code == 0, "\(text)")
            let markdown = try String(contentsOfFile: path, encoding: .utf8)
            let lines = markdown.split(separator: "\n").map(String.init)
            // A heading, and the row of titles above each rule of a table.
            let titles = lines.indices.filter { index in
                lines[index].hasPrefix("#")
                    || (lines.indices.contains(index + 1) && lines[index + 1].hasPrefix("| ---"))
            }.map { lines[$0].replacing(alike, with: "") }
            #expect(titles.count > 10)
            for title in titles {
                let hasHan = title.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
                let hasLatin = title.contains { $0.isASCII && $0.isLetter }
                #expect(language == "zh" ? !hasLatin : !hasHan, "\(title)")
            }
        }
    }

    private static let unit = ["--unit", "U-1"]

    private static func month(_ period: String, _ verb: String) -> [String] {
        ["report", verb, "month", period] + unit
    }

    /// A January of three lines, its weeks and its report submitted by the head, early in February.
    private func january() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-01-26T09:00") { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            _ = try daemon.document("log", "走访渝新能源", "amount:3.2亿", "+走访", "--as", "O-4")
            _ = try daemon.document("log", "走访渝生物", "amount:1.5亿", "+走访", "--as", "O-7")
            _ = try daemon.document("log", "电话", "--as", "O-1")
            // With the deadline as wait policy, a parent closes without its children only when they are due.
            try daemon.advance(to: "2026-01-30T17:31")
            try submit("2026-W05", daemon)
            try daemon.advance(to: "2026-02-02T10:00")
            try submit("2026-01", daemon)
        }
    }

    private func submit(_ period: String, _ daemon: Daemon) throws {
        let tasks = try daemon.tasks("period:\(period)").filter { $0["subject"].string == "U-1" }
        #expect(tasks.count == 1)
        let task = try #require(tasks.first?["id"].string)
        _ = try daemon.document("task", "submit", task, "--as", "O-1")
    }
}
