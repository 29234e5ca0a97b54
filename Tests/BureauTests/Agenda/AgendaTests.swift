import Bureau
import Cadence
import Testing
import WorkCalendar

/// What waits for whom, and when.
struct AgendaTests {
    /// Occurrences by subject: `U-2 2026-W10`.
    private func words(_ tasks: [TaskView]) -> [String] { tasks.map { "\($0.task.subject) \($0.task.occurrence)" } }

    @Test func anOfficerSeesTheDaysInventoryAndNothingOfTheUnit() async throws {
        let fixture = try await BureauFixture()
        let agenda = try await fixture.bureau.agenda(caller: fixture.caller(BureauFixture.li))
        #expect(words(agenda.due) == ["O-2 2026-03-02"])
        #expect(agenda.overdue.isEmpty && agenda.waiting.isEmpty && agenda.next.isEmpty)
    }

    @Test func aLeaderSeesNextWhatTheUnitOwesLaterInTheWeek() async throws {
        let fixture = try await BureauFixture()
        let monday = try await fixture.bureau.agenda(caller: fixture.caller(BureauFixture.nehead))
        #expect(monday.due.isEmpty)
        #expect(words(monday.next).first == "U-2 2026-W10")
        try await fixture.move(to: "2026-03-06T08:00")
        let friday = try await fixture.bureau.agenda(caller: fixture.caller(BureauFixture.nehead))
        #expect(words(friday.due) == ["U-2 2026-W10"])
        #expect(!words(friday.next).contains("U-2 2026-W10"))
        try await fixture.move(to: "2026-03-06T16:30")
        let late = try await fixture.bureau.agenda(caller: fixture.caller(BureauFixture.nehead))
        #expect(words(late.overdue) == ["U-2 2026-W10"] && late.due.isEmpty)
    }

    @Test func whatWasHandedInWaitsForTheLeaderAndNotForTheClerk() async throws {
        let fixture = try await BureauFixture()
        try await fixture.submitWeek()
        let leader = try await fixture.bureau.agenda(caller: fixture.caller(BureauFixture.nehead))
        #expect(words(leader.waiting).contains("U-2 2026-W10"))
        let clerk = try await fixture.bureau.agenda(caller: fixture.caller(BureauFixture.clerk))
        #expect(clerk.waiting.isEmpty)
    }
}
