import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import SQLiteStore
import Testing
import WorkCalendar

/// K1 to K4 and K24 through leads that are received, answered, judged and claimed by the commands people use. March 2026 has
/// no holiday: Monday 2 March is followed by working days up to Friday.
struct LeadFigureTests {
    private static let (chief, judge): (UInt32, UInt32) = (1009, 1010)

    private func fixture(at moment: String = "2026-03-02T09:00") async throws -> BureauFixture {
        let fixture = try await BureauFixture(at: moment, rules: false)
        try await fixture.hire(9, "chief", [.supervisor])
        try await fixture.hire(10, "judge", [.screener])
        return fixture
    }

    private func receive(_ fixture: BureauFixture, _ title: String, complete: Bool = true) async throws -> String {
        let words = [title, "source:hotline", "@\(title)公司", "chain:新能源"]
        let result = try await fixture.bureau.addLead(
            CommandWords(words + (complete ? ["region:浙江", "amount:3亿"] : [])),
            caller: fixture.caller(BureauFixture.li))
        return try #require(result.outcome.id)
    }

    private func call(_ fixture: BureauFixture, _ lead: String) async throws {
        _ = try await fixture.bureau.noteLead(
            CommandWords([lead, "电话沟通", "+电话"]), caller: fixture.caller(BureauFixture.li))
    }

    private func judge(_ fixture: BureauFixture, _ lead: String, _ verdict: String) async throws {
        _ = try await fixture.bureau.assignLead(
            CommandWords([lead, "li"]), caller: fixture.caller(BureauFixture.nehead))
        _ = try await fixture.bureau.screenLead(
            CommandWords([lead, "scores:4,3,5,5,4,3,4", "verdict:\(verdict)", "reason:理由"]),
            caller: fixture.caller(Self.judge))
    }

    /// Ids by side of the ratio.
    private func sides(_ fixture: BureauFixture, _ key: String, _ month: String = "2026-03") async throws
        -> (above: [String], below: [String])
    {
        let rows = try await fixture.explained("month", month, key)
        return (
            rows.filter { $0.kind == "numerator" }.map(\.id).sorted(),
            rows.filter { $0.kind == "denominator" }.map(\.id).sorted()
        )
    }

    /// Four leads of Monday: answered the same day, on Tuesday at 18:00, on Wednesday, never; two of them complete.
    @Test func leadsReceivedCompleteAndAnswered() async throws {
        let fixture = try await fixture()
        for (title, complete) in [("甲", true), ("乙", false), ("丙", true), ("丁", false)] {
            _ = try await receive(fixture, title, complete: complete)
        }
        try await call(fixture, "L-1")
        try await fixture.move(to: "2026-03-03T17:59")
        try await call(fixture, "L-2")
        try await fixture.move(to: "2026-03-04T09:00")
        try await call(fixture, "L-3")
        // One more whose limit has not passed yet.
        _ = try await receive(fixture, "戊")
        let found = try await fixture.figures("month", "2026-03")
        #expect(found["K1.count"] == 5)
        #expect(found["K1.valid_rate"] == 3.0 / 5)
        #expect(found["K2.rate"] == 2.0 / 4)
        #expect(try await sides(fixture, "K1.valid_rate").above == ["L-1", "L-3", "L-5"])
        let answered = try await sides(fixture, "K2.rate")
        #expect(answered.above == ["L-1", "L-2"])
        #expect(answered.below == ["L-1", "L-2", "L-3", "L-4"])
        let counted = try await fixture.explained("month", "2026-03", "K1.count")
        #expect(counted.reduce(0) { $0 + ($1.amount ?? 0) } == 5 && counted.allSatisfy { $0.kind == "lead" })
    }

    /// Judged on Tuesday (1 working day), Thursday (3) and the Monday after (5, too late); one not at all.
    @Test func verdictsInTimeTheirMeanAndWhatTheyDecided() async throws {
        let fixture = try await fixture()
        for title in ["甲", "乙", "丙", "丁"] { _ = try await receive(fixture, title) }
        try await fixture.move(to: "2026-03-03T10:00")
        try await judge(fixture, "L-1", "follow")
        try await fixture.move(to: "2026-03-05T10:00")
        try await judge(fixture, "L-2", "decline")
        try await fixture.move(to: "2026-03-09T10:00")
        try await judge(fixture, "L-3", "follow")
        let found = try await fixture.figures("month", "2026-03")
        #expect(found["K3.rate"] == 2.0 / 4)
        #expect(found["K3.mean_days"] == 3)
        #expect(found["K4.rate"] == 2.0 / 3)
        let punctual = try await sides(fixture, "K3.rate")
        #expect(punctual.above == ["L-1", "L-2"] && punctual.below == ["L-1", "L-2", "L-3", "L-4"])
        let days = try await fixture.explained("month", "2026-03", "K3.mean_days")
        #expect(days.filter { $0.kind == "numerator" }.compactMap(\.amount).sorted() == [1, 3, 5])
        #expect(days.count { $0.kind == "denominator" } == 3)
        #expect(try await sides(fixture, "K4.rate").above == ["L-1", "L-3"])
        // The followed ones are projects from then on.
        #expect(found["K5.rate"] == 0)
        #expect(try await sides(fixture, "K5.rate").below == ["P-1", "P-2"])
    }

    /// Declined in March, opened again in April and followed in time: each month keeps its own opinion and limit.
    @Test func aSecondOpinionBelongsToItsOwnMonth() async throws {
        let fixture = try await fixture()
        _ = try await receive(fixture, "甲")
        try await fixture.move(to: "2026-03-05T10:00")
        try await judge(fixture, "L-1", "decline")
        try await fixture.move(to: "2026-04-07T10:00")
        _ = try await fixture.bureau.reopenLead(
            CommandWords(["L-1", "reason:投资方重新联系"], options: ["reason": ["投资方重新联系"]]),
            caller: fixture.caller(Self.chief))
        try await fixture.move(to: "2026-04-08T10:00")
        _ = try await fixture.bureau.screenLead(
            CommandWords(["L-1", "scores:4,3,5,5,4,3,4", "verdict:follow", "reason:契合"]),
            caller: fixture.caller(Self.judge))
        try await fixture.pass(to: "2026-05-06T10:00")
        let march = try await fixture.figures("month", "2026-03")
        #expect(march["K4.rate"] == 0)
        #expect(march["K3.rate"] == 1)
        let april = try await fixture.figures("month", "2026-04")
        #expect(april["K4.rate"] == 1)
        #expect(april["K3.rate"] == 1)
    }

    /// The second claim on an investor waits; five working days later it should have been decided.
    @Test(arguments: [("2026-03-09T10:00", 1.0), ("2026-03-10T10:00", 0.0)])
    func conflictsOfFirstTalkAndTheirArbitration(decided: String, rate: Double) async throws {
        let fixture = try await fixture()
        for uid in [BureauFixture.li, BureauFixture.wang] {
            _ = try await fixture.bureau.fileClaim(
                CommandWords(["@某集团", "amount:12亿", "chain:新能源", "依据:已签保密协议"]), caller: fixture.caller(uid))
        }
        let before = try await fixture.figures("month", "2026-03")
        #expect(before["K24.conflicts"] == 1)
        // Filed on Monday the 2nd, the limit is Monday the 9th at 18:00.
        #expect(before["K24.rate"] == nil)
        try await fixture.move(to: decided)
        _ = try await fixture.bureau.arbitrateClaim(
            CommandWords(["C-2", "for:C-1", "reason:先报先谈"]), caller: fixture.caller(Self.chief))
        try await fixture.pass(to: "2026-03-11T10:00")
        #expect(try await fixture.figures("month", "2026-03")["K24.rate"] == rate)
        let rows = try await sides(fixture, "K24.rate")
        #expect(rows.below == ["C-2"] && rows.above == (rate == 1 ? ["C-2"] : []))
        let conflicts = try await fixture.explained("month", "2026-03", "K24.conflicts")
        #expect(conflicts.map(\.id) == ["C-2"])
    }

    /// A claim that was withdrawn frees the one behind it, which is as good as a decision.
    @Test func aReleaseSettlesTheConflict() async throws {
        let fixture = try await fixture()
        for uid in [BureauFixture.li, BureauFixture.wang] {
            _ = try await fixture.bureau.fileClaim(
                CommandWords(["@某集团", "amount:12亿", "chain:新能源", "依据:已签保密协议"]), caller: fixture.caller(uid))
        }
        try await fixture.move(to: "2026-03-04T10:00")
        _ = try await fixture.bureau.releaseClaim(
            CommandWords(["C-1", "reason:不再跟进"]), caller: fixture.caller(BureauFixture.li))
        try await fixture.pass(to: "2026-03-11T10:00")
        #expect(try await fixture.figures("month", "2026-03")["K24.rate"] == 1)
    }
}
