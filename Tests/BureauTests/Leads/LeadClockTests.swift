import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// What the scheduler does about the clocks of leads by itself.
struct LeadClockTests {
    /// Received on Monday 2 March 2026: to be answered by Tuesday 18:00; two working days later is Thursday 18:00.
    @Test func aClockTwoWorkingDaysOverdueBringsOneBlueDirective() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline", "@甲"]), caller: fixture.caller(BureauFixture.li))
        try await fixture.move(to: "2026-03-05T17:59")
        #expect(try await fixture.directives().isEmpty)
        let next = try await fixture.bureau.tick()
        #expect(next?.iso8601 == "2026-03-05T18:00:00+08:00")
        try await fixture.move(to: "2026-03-05T18:00")
        let issued = try await fixture.directives()
        #expect(issued.map(\.about) == ["L-1"])
        #expect(issued.first?.colour == .blue)
        #expect(issued.first?.dueOn.description == "2026-03-09")
        // Once, however often the scheduler looks.
        try await fixture.move(to: "2026-03-06T09:00")
        try await fixture.bureau.tick()
        #expect(try await fixture.directives().count == 1)
        // Four working days after the limit another officer is proposed.
        try await fixture.move(to: "2026-03-09T18:01")
        let file = try await fixture.bureau.showLead("L-1", caller: fixture.caller(BureauFixture.li))
        #expect(file.view.isReassignmentProposed)
    }

    /// The verdict is due on 5 January by the guess; the notice comes on Friday the 8th and says the same.
    @Test func aLimitThatTurnsOutToBeOverLeavesAWorkingDay() async throws {
        let fixture = try await BureauFixture(at: "2026-12-30T10:00", rules: false)
        _ = try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline", "@甲"]), caller: fixture.caller(BureauFixture.li))
        try await fixture.move(to: "2027-01-08T09:00")
        let notice = """
            {"year": 2027, "status": "published", "days": [{"date": "2027-01-01", "kind": "off"}]}
            """
        _ = try await fixture.bureau.importCalendar(
            CommandWords([], options: ["content": [notice]]), caller: fixture.admin)
        let verdict = try await fixture.task("L-1", "U-2", "verdict")
        #expect(verdict?.dueAt.iso8601 == "2027-01-11T18:00:00+08:00")
        #expect(verdict?.provisional == false)
        let file = try await fixture.bureau.showLead("L-1", caller: fixture.caller(BureauFixture.li))
        let clock = file.view.clocks.first { $0.task.occurrence == "verdict" }
        #expect(clock?.overdueLevel == 0)
    }

    @Test(arguments: [("电话联系总部，约定来访", true), ("电话无人接听", false), ("整理材料", false)])
    func aNoteThatBeginsWithAContactAnswersWithoutATag(text: String, answers: Bool) async throws {
        let fixture = try await BureauFixture(rules: false)
        let li = try await fixture.caller(BureauFixture.li)
        _ = try await fixture.bureau.addLead(CommandWords(["某项目", "source:hotline", "@甲"]), caller: li)
        _ = try await fixture.bureau.noteLead(
            CommandWords(["L-1", text]), caller: fixture.caller(BureauFixture.li))
        let clock = try await fixture.task("L-1", "U-2", "respond")
        #expect((clock?.status.state == .accepted) == answers)
    }

    @Test func anAnsweredClockBringsNone() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline", "@甲"]), caller: fixture.caller(BureauFixture.li))
        _ = try await fixture.bureau.noteLead(
            CommandWords(["L-1", "电话联系", "+电话"]), caller: fixture.caller(BureauFixture.li))
        try await fixture.move(to: "2026-03-06T09:00")
        #expect(try await fixture.directives().isEmpty)
    }
}

extension BureauFixture {
    func directives() async throws -> [Directive] {
        try await store.read { try $0.records(Directive.self, RecordFilter()).map(\.record) }
    }
}
