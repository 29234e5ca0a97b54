import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Nobody is free for a lead: it goes to the officer on duty, and the head of the unit and the supervisors hear of it.
struct AlarmTests {
    private let fixture: BureauFixture
    private static let chief: UInt32 = 1009

    init() async throws {
        fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addOfficer(
            CommandWords(["督办", "code:chief", "unit:bn", "role:supervisor", "uid:1009"]), caller: fixture.admin)
        for officer in ["li", "zhao"] {
            _ = try await fixture.bureau.editOfficer(
                CommandWords([officer, "capacity:0"]), caller: fixture.admin)
        }
        _ = try await fixture.bureau.recordRoster(CommandWords(["wang", "2026-03-02"]), caller: fixture.admin)
        try await fixture.addChannel()
        try await fixture.move(to: "2026-03-02T10:00")
        _ = try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline", "@甲"]), caller: fixture.caller(BureauFixture.li))
    }

    private func assign(_ words: String..., reason: String? = nil) async throws -> Assignment {
        let made = try await fixture.bureau.assignLead(
            CommandWords(words, options: reason.map { ["reason": [$0]] } ?? [:]),
            caller: fixture.caller(BureauFixture.nehead))
        return try #require(made.assignments.first)
    }

    private func alarms(of uid: UInt32) async throws -> [String] {
        let agenda = try await fixture.bureau.agenda(caller: fixture.caller(uid))
        return (agenda.overdue + agenda.due).filter { $0.task.clock == "alarm" }.map {
            "\($0.task.source) \($0.task.dueAt.iso8601)"
        }
    }

    @Test func theHeadAndTheSupervisorsHearOfItAtOnce() async throws {
        #expect(try await assign("L-1").alarm)
        let expected = ["L-1 2026-03-03T18:00:00+08:00"]
        // Of the task force where nobody was free, of the unit above the officer on duty, and the supervisor.
        for uid in [BureauFixture.nehead, BureauFixture.head, Self.chief] {
            #expect(try await alarms(of: uid) == expected)
        }
        for uid in [BureauFixture.li, BureauFixture.wang] { #expect(try await alarms(of: uid).isEmpty) }
        let told = try await fixture.messages().filter { $0.contains("/alarm") }
        #expect(
            told.map { $0.split(separator: "/").dropFirst().joined(separator: "/") } == [
                "alarm/remind/1/O-1", "alarm.2/remind/1/O-5", "alarm.3/remind/1/O-9",
            ])
        // Nobody is told twice, and no directive is issued for the alarm beside the one for the limit itself.
        try await fixture.move(to: "2026-03-06T09:00")
        #expect(try await fixture.messages().filter { $0.contains("/alarm") && $0.contains("O-9") }.count <= 2)
        let directives = try await fixture.directives().map(\.task)
        #expect(directives == [try await fixture.task("L-1", "O-7", "respond")?.id])
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    enum Ending: String, CaseIterable { case answered, reassigned, declined }

    @Test(arguments: Ending.allCases)
    func itEndsWithItsReason(ending: Ending) async throws {
        _ = try await assign("L-1")
        switch ending {
        case .answered:
            _ = try await fixture.bureau.noteLead(
                CommandWords(["L-1", "电话联系", "+电话"]), caller: fixture.caller(BureauFixture.wang))
        case .reassigned:
            _ = try await fixture.bureau.assignLead(
                CommandWords(["L-1", "li"], options: ["reason": ["腾出手来"]]),
                caller: fixture.caller(BureauFixture.head))
        case .declined:
            _ = try await fixture.bureau.screenLead(
                CommandWords(["L-1", "scores:0,0,0,0,0,0,0", "verdict:decline", "reason:不符"]),
                caller: fixture.caller(BureauFixture.head))
        }
        for uid in [BureauFixture.nehead, Self.chief] { #expect(try await alarms(of: uid).isEmpty) }
        _ = try await fixture.bureau.undo(
            CommandWords(),
            caller: fixture.caller(
                ending == .answered ? BureauFixture.wang : BureauFixture.head))
        for uid in [BureauFixture.nehead, Self.chief] { #expect(try await alarms(of: uid).count == 1) }
    }

    @Test func whoWaivedItIsNotToldAgainOfTheSameAssignment() async throws {
        _ = try await assign("L-1")
        let task = try #require(try await fixture.task("L-1", "O-5", "alarm.2"))
        _ = try await fixture.bureau.waiveTasks(
            CommandWords([task.id.description], options: ["reason": ["已安排"]]),
            caller: fixture.caller(BureauFixture.nehead))
        _ = try await fixture.bureau.editLead(
            CommandWords(["L-1", "amount:3亿"]), caller: fixture.caller(BureauFixture.wang))
        #expect(try await alarms(of: BureauFixture.nehead).isEmpty)
        #expect(try await alarms(of: Self.chief).count == 1)
    }

    @Test func aBatchRaisesItToo() async throws {
        let batch = try await fixture.bureau.runAssignment(
            CommandWords(), caller: fixture.caller(BureauFixture.nehead))
        #expect(batch.made.assignments.map(\.alarm) == [true])
        for uid in [BureauFixture.nehead, Self.chief] { #expect(try await alarms(of: uid).count == 1) }
    }
}
