import Foundation
import Testing

/// Projects from talks to the start of the works through the real programs, each person with a login of their own.
@Suite(.serialized, .enabled(if: Stranger.canBe, "not root, or setpriv is missing"))
struct ProjectSerial {
    /// A contract is its formal agreement and what supplements add; talks and repetitions count for nothing.
    @Test func aContractCountsOnceWhateverIsShown() throws {
        let bureau = try Staff(at: "2026-09-07T09:00")
        defer { bureau.daemon.root.remove() }
        try bureau.add("电池 amount:8亿")
        try bureau.officer.document("agreement add P-1 framework amount:100亿 date:2026-09-01")
        try bureau.officer.document("agreement add P-1 framework amount:100亿 date:2026-09-02")
        #expect(try bureau.project()["contract_value"].int == 0)
        try bureau.officer.document("agreement add P-1 formal amount:8亿 date:2026-09-03 event:甲会")
        #expect(try bureau.project()["contract_value"].int == 800_000_000)
        #expect(try bureau.figure("2026-09", "K6.amount") == 800_000_000)
        try bureau.officer.document("agreement add P-1 supplement amount:2亿 date:2026-09-04")
        #expect(try bureau.project()["contract_value"].int == 1_000_000_000)
        #expect(try bureau.figure("2026-09", "K6.count") == 1)
        let shown = try bureau.officer.document("agreement add P-1 formal amount:8亿 date:2026-09-05 event:乙会")
        #expect(shown["changed"].items.contains { $0["field"].string == "repeats" })
        #expect(try bureau.project()["contract_value"].int == 1_000_000_000)
        #expect(try bureau.figure("2026-09", "K6.count") == 1)
        #expect(try bureau.figure("2026-09", "K6.amount") == 1_000_000_000)
        #expect(try bureau.project()["flags"].items.compactMap { $0["kind"].string } == ["contractAtTwoEvents"])
    }

    @Test func fundsCountOnceSomebodyElseHasVerifiedThem() throws {
        let bureau = try Staff(at: "2026-09-07T09:00")
        defer { bureau.daemon.root.remove() }
        try bureau.add("电池 amount:1亿")
        try bureau.add("材料 amount:1亿 duplicate:yes")
        try bureau.officer.document("agreement add P-1 formal amount:1亿 date:2026-09-03")
        let reported = try bureau.officer.document("funds add P-1 1.2亿 date:2026-09-04 voucher:记-0012")
        let flags = reported["changed"].items.first { $0["field"].string == "flags" }
        #expect(flags?["to"].string?.contains("fundsAboveContract") == true)
        #expect(try bureau.figure("2026-09", "K13.amount") ?? 0 == 0)
        #expect(try bureau.project()["funds_verified"].int == 0)
        // The same number, however it is written.
        let twice = try bureau.officer.failure("funds add P-2 500万 date:2026-09-04 voucher:记００１２", code: 80)
        #expect(twice["details"]["holder"].string == "F-1")
        _ = try bureau.officer.failure("funds verify F-1", code: 77)
        let verified = try bureau.supervisor.document("funds verify F-1")
        #expect(verified["changed"].items.contains { $0["to"].string == "verified" })
        #expect(try bureau.figure("2026-09", "K13.amount") == 120_000_000)
    }

    /// Two names typed by one login are one person.
    @Test func oneLoginCannotVerifyWhatItReportedInAnotherName() throws {
        let bureau = try Staff(at: "2026-09-07T09:00")
        defer { bureau.daemon.root.remove() }
        try bureau.add("电池 amount:1亿")
        let daemon = bureau.daemon
        _ = try daemon.document("funds", "add", "P-1", "500万", "voucher:A1", "--as", "bn-ne-1")
        let refused = try daemon.failure("funds", "verify", "F-1", "--as", "bn-supervisor", code: 65)
        #expect(refused["details"]["person"].string == "uid:0")
        // The one it was reported for is no second person either.
        _ = try bureau.officer.failure("funds verify F-1", code: 77)
        try bureau.supervisor.document("funds verify F-1")
    }

    @Test func aWrongStartIsCorrectedInTheNextIssueAndTheFrozenOneStands() throws {
        let bureau = try Staff(at: "2026-09-28T09:00")
        defer { bureau.daemon.root.remove() }
        try bureau.add("电池 amount:8000万 land:10 energy:5 environment:登记表")
        try bureau.screener.document("project review P-1 preliminary passed date:2026-09-28")
        try bureau.officer.document("project advance P-1 reviewing date:2026-09-28")
        let early = try bureau.screener.failure("project advance P-1 approved date:2026-09-28", code: 65)
        #expect(early["details"]["missing"].items.compactMap(\.string).contains("review.joint"))
        try bureau.screener.document("project review P-1 joint passed date:2026-09-28")
        try bureau.screener.document("project advance P-1 approved date:2026-09-28")
        try bureau.daemon.advance(to: "2026-09-30T09:00")
        try bureau.officer.document("project advance P-1 signed date:2026-09-29 amount:8000万")
        #expect(try bureau.project()["stage"].string == "approved")
        try bureau.supervisor.document("project advance P-1 signed")
        try bureau.officer.document("project advance P-1 landed date:2026-09-29 deed:地1")
        let before = try bureau.officer.failure("project advance P-1 started date:2026-09-28 permit:证1", code: 65)
        #expect(before["details"]["not_before"].string == "2026-09-29", "\(before)")
        try bureau.officer.document("project advance P-1 started date:2026-09-30 permit:证1")

        try bureau.daemon.advance(to: "2026-10-13T09:00")
        let month = ["report", "show", "month", "2026-09", "--unit", "U-1"]
        _ = try bureau.daemon.document(
            "report", "freeze", "month", "2026-09", "--unit", "U-1", "--yes", "--as", "bn-head")
        let frozen = try bureau.daemon.document(month)
        #expect(frozen["state"].string == "frozen")
        #expect(frozen["figures"]["K9.count"]["value"].int == 1)
        let hash = try #require(frozen["hash"].string)

        _ = try bureau.officer.failure("project correct P-1 landed reason:误报", code: 77)
        try bureau.supervisor.document("project correct P-1 landed reason:误报")
        #expect(try bureau.project()["stage"].string == "landed")
        for number in 1...100 { try bureau.officer.document("log 事项\(number)") }
        #expect(try bureau.daemon.document(month) == frozen)
        let verified = try bureau.daemon.document("report", "verify", "month", "2026-09", "--unit", "U-1")
        #expect(verified["ok"].isTrue && verified["recomputed"].isTrue)
        #expect(verified["hash"].string == hash)

        #expect(try bureau.figure("2026-10", "corrected.K9.count") == -1)
        #expect(try bureau.figure("2026-10", "K9.count") ?? 0 == 0)
        let text = try bureau.daemon.zs(["report", "show", "month", "2026-10", "--unit", "U-1", "--lang", "zh"])
        #expect(text.output.contains("开工项目数 1 → 0"), "\(text)")
    }

    /// A lead that is followed is a project from then on, until the verdict is taken back.
    @Test func aVerdictMakesTheProjectAndItsUndoTakesBoth() throws {
        let bureau = try Staff(at: "2026-09-07T09:00")
        defer { bureau.daemon.root.remove() }
        try bureau.officer.document("lead add 某电芯项目 source:visitOut chain:新能源 @某集团")
        _ = try bureau.daemon.document("lead", "assign", "L-1", "bn-ne-1", "--as", "bn-ne-head")
        let bare = try bureau.screener.failure("lead screen L-1 scores:4,3,5,5,4,3,4 verdict:follow", code: 65)
        #expect(bare["details"]["missing"] == .list([.text("reason"), .text("region"), .text("amount")]))
        try bureau.officer.document("lead edit L-1 region:浙江 amount:3亿")
        let judged = try bureau.screener.document(
            "lead screen L-1 scores:4,3,5,5,4,3,4 verdict:follow reason:契合")
        #expect(judged["changed"].items.contains { $0["field"].string == "project" && $0["to"].string == "P-1" })
        let project = try bureau.project()
        #expect(project["stage"].string == "negotiating")
        #expect(project["lead"].string == "L-1")
        #expect(project["planned_total"].int == 300_000_000)
        let again = try bureau.officer.failure("project add lead:L-1", code: 80)
        #expect(again["details"]["project"].string == "P-1")
        try bureau.screener.document("undo")
        #expect(try bureau.daemon.zs(["project", "show", "P-1"]).code != 0)
        let lead = try bureau.daemon.document("lead", "show", "L-1")["lead"]
        #expect(lead["project"] == .absent && lead["state"].string == "assigned")
        #expect(try bureau.daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }
}

/// A bureau whose officer, supervisor and screener have logins.
private struct Staff {
    let daemon: Daemon
    let officer: Stranger
    let supervisor: Stranger
    let screener: Stranger

    init(at clock: String) throws {
        let logins = [("bn-ne-1", 12_345), ("bn-supervisor", 12_346), ("bn-screener", 12_347)]
        daemon = try TemporaryRoot.daemon(at: clock) { daemon in
            _ = try daemon.document("profile", "apply", "banan")
            for (code, uid) in logins { _ = try daemon.document("officer", "edit", code, "uid:\(uid)") }
        }
        do {
            officer = try Stranger(daemon, uid: logins[0].1)
            supervisor = try Stranger(daemon, uid: logins[1].1)
            screener = try Stranger(daemon, uid: logins[2].1)
        } catch {
            daemon.root.remove()
            throw error
        }
    }

    func add(_ words: String) throws {
        try officer.document("project add \(words) reason:推介 investor:某集团")
    }

    func project() throws -> JSON { try daemon.document("project", "show", "P-1")["project"] }

    func figure(_ month: String, _ key: String) throws -> Int? {
        try daemon.document("report", "show", "month", month, "--unit", "U-1")["figures"][key]["value"].int
    }
}
