import Foundation
import Testing

/// Leads and claims through the real programs, on a clock that moves only by hand.
@Suite(.serialized)
struct LeadSerial {
    private static let officer = ["--as", "bn-ne-1"]

    /// Received, and when it must be answered and judged: from the State Council's notice for 2026, counted by hand.
    @Test(
        arguments: [
            // Saturday the 14th is a make-up day; the 16th to the 23rd are days off.
            ("2026-02-12", "2026-02-13T16:00", "2026-02-14T18:00:00+08:00", "2026-02-25T18:00:00+08:00"),
            // The 1st to the 7th of October are days off, Saturday the 10th is a make-up day.
            ("2026-09-29", "2026-09-30T10:00", "2026-10-08T18:00:00+08:00", "2026-10-10T18:00:00+08:00"),
        ])
    func limitsAreCountedInStatutoryWorkingDays(
        profile: String, received: String, respond: String, verdict: String
    ) throws {
        let daemon = try started(profile + "T08:00", now: received)
        defer { daemon.root.remove() }
        let added = try daemon.document(
            ["lead", "add", "某固态电池项目", "行业:新能源", "source:visitOut", "amount:3亿", "@某集团"] + Self.officer)
        #expect(added["id"].string == "L-1")
        let lead = try Self.lead(daemon)
        #expect(lead["estimated_investment"].int == 300_000_000)
        #expect(lead["chain"].string == "新能源")
        #expect(lead["investor"].string == "某集团")
        let clocks = Self.clocks(lead)
        #expect(clocks["respond"]?["due_at"].string == respond)
        #expect(clocks["verdict"]?["due_at"].string == verdict)
        #expect(clocks["verdict"]?["provisional"] == .bool(false))
        // The clocks are tasks like any other, without a level and a period.
        let tasks = try daemon.tasks("source:L-1")
        #expect(Set(tasks.compactMap { $0["clock"].string }) == ["respond", "verdict"])
        #expect(tasks.allSatisfy { $0["level"] == .absent && $0["period"] == .absent })
        let explained = try daemon.document(["task", "explain", clocks["verdict"]?["task"].string ?? "-"])
        #expect(explained["explain"].string?.contains(received.prefix(10)) == true)
    }

    @Test func aLimitInAnUnpublishedYearIsReckonedAnewWithoutABreach() throws {
        let daemon = try started("2026-12-29T08:00", now: "2026-12-30T10:00")
        defer { daemon.root.remove() }
        _ = try daemon.document(["lead", "add", "某项目", "source:hotline", "amount:3亿", "@甲"] + Self.officer)
        let first = Self.clocks(try Self.lead(daemon))["verdict"]
        #expect(first?["provisional"].isTrue == true)
        // The guess passes before the year is published: nobody is late.
        try daemon.advance(to: "2027-01-06T09:00")
        let waiting = Self.clocks(try Self.lead(daemon))["verdict"]
        #expect(waiting?["due_at"].string == "2027-01-05T18:00:00+08:00")
        #expect(waiting?["overdue_level"].int == 0)
        let file = daemon.root.path + "/cn-2027.json"
        // As the notice may read: three days off, the Sunday after them made up.
        let notice = """
            {"year": 2027, "status": "published", "notice": {"title": "国务院办公厅关于2027年部分节假日安排的通知",
             "number": "国办发明电〔2026〕8号", "url": "https://www.gov.cn/"}, "days": [
             {"date": "2027-01-01", "kind": "off", "name_zh": "元旦", "name_en": "New Year's Day"},
             {"date": "2027-01-04", "kind": "off", "name_zh": "元旦", "name_en": "New Year's Day"},
             {"date": "2027-01-05", "kind": "off", "name_zh": "元旦", "name_en": "New Year's Day"},
             {"date": "2027-01-10", "kind": "work", "name_zh": "元旦调休上班", "name_en": "Make-up working day"}]}
            """
        try notice.write(toFile: file, atomically: true, encoding: .utf8)
        let imported = try daemon.document("calendar", "import", file, "--yes")
        #expect(imported["moves"].items.contains { $0["to"].string == "2027-01-07T18:00:00+08:00" })
        let lead = try Self.lead(daemon)
        let second = Self.clocks(lead)["verdict"]
        #expect(second?["due_at"].string == "2027-01-07T18:00:00+08:00")
        #expect(second?["provisional"] == .bool(false))
        #expect(second?["overdue_level"].int == 0)
        let history = try daemon.document(["task", "explain", second?["task"].string ?? "-"])
        #expect(history["steps"].items.contains { $0["name"].string == "moved" })
        #expect(try daemon.tasks("overdue:yes", "source:L-1").isEmpty)
    }

    @Test func aLeadGoesFromTheFirstCallToTheVerdict() throws {
        let daemon = try started("2026-03-02T08:00", now: "2026-03-03T09:00")
        defer { daemon.root.remove() }
        let missing = try daemon.failure("lead", "add", "amount:3亿", "--as", "bn-ne-1", code: 65)
        #expect(missing["details"]["missing"] == .list([.text("title"), .text("source")]))
        _ = try daemon.document(
            ["线索", "登记", "某电芯项目", "来源:推荐", "引荐人:张某", "投资额:3亿", "产业链:新能源"] + Self.officer)
        let screened = try daemon.failure(
            "lead", "screen", "L-1", "scores:4,3,5,5,4,3,4", "verdict:follow", "reason:契合", "--as", "bn-ne-head",
            code: 65)
        #expect(screened["details"]["state"].string == "registered")
        _ = try daemon.document("lead", "note", "L-1", "董事长来渝考察", "+来访", "--as", "bn-ne-1")
        let noted = try Self.lead(daemon)
        #expect(Self.clocks(noted)["respond"]?["state"].string == "accepted")
        let again = try daemon.document("lead", "note", "L-1", "董事长来渝考察", "+来访", "--as", "bn-ne-1")
        #expect(again["changed"].items.contains { $0["to"].string == "repeated" })
        _ = try daemon.document("undo", "--as", "bn-ne-1")
        #expect(try Self.lead(daemon)["progress_at"] == noted["progress_at"])
    }

    @Test func aSecondClaimWaitsUntilTheFirstLapses() throws {
        let daemon = try started("2026-03-02T08:00", now: "2026-03-03T09:00")
        defer { daemon.root.remove() }
        let small = try daemon.failure(
            "claim", "file", "@重庆渝新能源有限公司", "amount:3亿", "evidence:会谈", "--as", "bn-ne-1", code: 65)
        #expect(small["details"]["threshold"].int == 1_000_000_000)
        _ = try daemon.document(
            "claim", "file", "@重庆渝新能源有限公司", "amount:12亿", "evidence:会谈纪要", "--as", "bn-ne-1")
        let second = try daemon.document(
            "首谈", "首报", "@渝新能源（重庆）股份有限公司", "投资额:15亿", "依据:已赴总部", "--as", "bn-eq-1")
        #expect(second["id"].string == "C-2")
        let pending = try daemon.document("claim", "show", "C-2")["claim"]
        #expect(pending["state"].string == "pending")
        #expect(pending["conflicts"][0]["claim"].string == "C-1")
        // Both sides find it among their tasks.
        #expect(try daemon.tasks("source:C-1").contains { $0["clock"].string == "conflict" })
        #expect(Set(try daemon.tasks("source:C-2").compactMap { $0["clock"].string }) == ["conflict", "arbitration"])
        // 90 days from 3 March end with 1 June.
        #expect(try daemon.document("claim", "show", "C-1")["claim"]["expires_on"].string == "2026-06-01")
        try daemon.advance(to: "2026-05-20T09:00")
        #expect(try daemon.document("claim", "show", "C-1")["claim"]["warning"].int == 14)
        // The claimant finds it on the page of the day, in words.
        let day = try daemon.document("today", "--as", "bn-ne-1")["agenda"]["due"].items
        let hold = day.first { $0["source"].string == "C-1" && $0["clock"].string == "hold" }
        #expect(hold?["warning"].int == 14)
        let steps = try daemon.document(["task", "explain", hold?["id"].string ?? "-"])["steps"].items
        let names = steps.compactMap { $0["name"].string }
        #expect(
            names.contains("remind 2026-05-18T00:00:00+08:00") && names.contains("remind 2026-05-29T00:00:00+08:00"))
        #expect(try daemon.document("claim", "list", "amount:10亿..13亿", "sort:amount")["claims"].items.count == 1)
        try daemon.advance(to: "2026-06-02T09:00")
        #expect(try daemon.document("claim", "show", "C-1")["claim"]["state"].string == "lapsed")
        let risen = try daemon.document("claim", "show", "C-2")["claim"]
        #expect(risen["state"].string == "active")
        #expect(risen["expires_on"].string == "2026-08-31")
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    struct Day: Sendable, CustomTestStringConvertible {
        var language: String
        var add: [String]
        var assign: [String]
        var testDescription: String { language }
    }

    /// The lines that officers use all day, exactly as they are typed; nobody knows the enterprise yet.
    @Test(
        arguments: [
            Day(
                language: "zh", add: ["lead", "add", "某固态电池项目", "行业:新能源", "source:visitOut", "amount:12亿", "@某集团"],
                assign: ["lead", "assign", "L-7"]),
            Day(
                language: "zh", add: ["线索", "登记", "某固态电池项目", "行业:新能源", "来源:外出走访", "投资额:12亿", "@某集团"],
                assign: ["线索", "分派", "L-7"]),
            Day(
                language: "en",
                add: [
                    "lead", "add", "a solid-state battery plant", "chain:新能源", "source:visitOut", "amount:1.2bn",
                    "@SomeGroup",
                ],
                assign: ["lead", "assign", "L-7"]),
        ])
    func linesWorkAsTyped(day: Day) throws {
        let daemon = try started("2026-03-02T08:00", now: "2026-03-03T09:00")
        defer { daemon.root.remove() }
        let officer = ["--as", "bn-ne-1", "--lang", day.language]
        for number in 1...6 {
            _ = try daemon.document(["lead", "add", "某项目\(number)", "source:hotline"] + officer)
        }
        let added = try daemon.zs(day.add + officer)
        #expect(added.code == 0, "\(added)")
        #expect(added.output.contains("L-7"))
        let assigned = try daemon.zs(day.assign + officer)
        #expect(assigned.code == 0, "\(assigned)")
        let lead = try daemon.document("lead", "show", "L-7", "--as", "bn-ne-1")["lead"]
        #expect(lead["state"].string == "assigned")
        #expect(lead["estimated_investment"].int == 1_200_000_000)
        #expect(lead["chain"].string == "新能源")
        #expect(lead["source"].string == "visitOut")
        #expect(lead["enterprise"] == .absent)
        #expect(lead["investor"].string == day.add.last.map { String($0.dropFirst()) })
        #expect(lead["missing"] == .list([.text("region")]))
        #expect(
            Self.clocks(lead)["verdict"]?["due_at"].string == "2026-03-10T18:00:00+08:00", "major: five working days")
        #expect(try daemon.document("assign", "explain", "L-7", "--as", "bn-ne-1")["officer"] == lead["owner"])
    }

    /// What the bureau asks of a lead is a setting; a foreign amount keeps its rate and day.
    @Test func requiredFactsAndForeignAmounts() throws {
        let daemon = try started("2026-03-02T08:00", now: "2026-03-03T09:00")
        defer { daemon.root.remove() }
        _ = try daemon.document("setting", "set", "lead.required_facts", "investor amount land")
        let added = try daemon.document(
            ["lead", "add", "某工厂", "source:agency", "@SomeAG", "foreign:USD20M", "rate:7.1234", "rate_on:2026-03-02"]
                + Self.officer)
        #expect(added["changed"].items.contains { $0["field"].string == "missing" && $0["to"].string == "land" })
        let lead = try Self.lead(daemon)
        #expect(lead["estimated_investment"].int == 142_468_000)
        #expect(lead["foreign_amount"].string == "USD 20000000 @7.1234 2026-03-02")
        #expect(lead["missing"] == .list([.text("land")]))
        let refused = try daemon.failure(
            "lead", "add", "某工厂", "source:agency", "@SomeAG", "foreign:USD20M", "--as", "bn-ne-1", code: 65)
        #expect(refused["details"]["missing"] == .list([.text("rate")]))
    }

    /// A line that kept a claim and answered a lead is withdrawn: the end, the progress and the first contact go back.
    @Test func aWithdrawnLineTakesItsEffectsAlong() throws {
        let daemon = try started("2026-03-02T08:00", now: "2026-03-03T09:00")
        defer { daemon.root.remove() }
        _ = try daemon.document(["lead", "add", "某项目", "source:hotline", "amount:12亿", "@某集团"] + Self.officer)
        _ = try daemon.document(["lead", "assign", "L-1"] + Self.officer)
        _ = try daemon.document(["claim", "file", "lead:L-1", "evidence:会谈纪要"] + Self.officer)
        try daemon.advance(to: "2026-03-04T09:00")
        let owner = try Self.lead(daemon)["owner"].string ?? "-"
        let noted = try daemon.document("lead", "note", "L-1", "董事长来渝考察", "+来访", "--as", owner)
        let entry = noted["changed"].items.first { $0["field"].string == "entry" }?["to"].string ?? "-"
        #expect(try daemon.document("claim", "show", "C-1")["claim"]["expires_on"].string == "2026-06-02")
        #expect(try Self.lead(daemon)["first_contact_at"] != .absent)
        _ = try daemon.document("entry", "withdraw", entry, "--as", owner)
        #expect(try daemon.document("claim", "show", "C-1")["claim"]["expires_on"].string == "2026-06-01")
        let lead = try Self.lead(daemon)
        #expect(lead["first_contact_at"] == .absent && lead["progress_at"] == .absent)
        let running = lead["clocks"].items.filter { $0["state"].string == "open" }
        #expect(running.contains { $0["name"].string?.hasPrefix("respond") == true })
        _ = try daemon.document("undo", "--as", owner)
        #expect(try daemon.document("claim", "show", "C-1")["claim"]["expires_on"].string == "2026-06-02")
        #expect(try Self.lead(daemon)["first_contact_at"] != .absent)
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    private func started(_ profile: String, now: String) throws -> Daemon {
        try TemporaryRoot.daemon(at: profile) { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            try daemon.advance(to: now)
        }
    }

    private static func lead(_ daemon: Daemon) throws -> JSON {
        try daemon.document("lead", "show", "L-1")["lead"]
    }

    private static func clocks(_ lead: JSON) -> [String: JSON] {
        Dictionary(lead["clocks"].items.map { ($0["name"].string ?? "-", $0) }) { first, _ in first }
    }
}
