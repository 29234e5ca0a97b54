import Bureau
import Cadence
import Foundation
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// A new notice moves what is still open and nothing else.
struct CalendarImportTests {
    /// The shipped notice of 2026 with Friday 6 March as a day off and Sunday 8 March as a working day.
    private func emergency() throws -> String {
        try TestLibrary.calendarFile(2026).replacingOccurrences(
            of: "\"days\": [",
            with: """
                "days": [{"date": "2026-03-06", "kind": "off", "name_zh": "调休", "name_en": "x"}, \
                {"date": "2026-03-08", "kind": "work", "name_zh": "调休", "name_en": "x"},
                """)
    }

    private func importing(_ text: String, _ fixture: BureauFixture, dryRun: Bool = false) async throws
        -> ImportedCalendar
    {
        try await fixture.bureau.importCalendar(
            CommandWords([], options: ["content": [text]]), caller: fixture.caller(0, dryRun: dryRun))
    }

    @Test func openTasksMoveClosedOnesStayAndTheHistorySaysSo() async throws {
        let fixture = try await BureauFixture()
        try await fixture.handInMonday()
        try await fixture.move(to: "2026-03-02T18:00")
        try await fixture.submitWeek()
        let imported = try await importing(emergency(), fixture)
        #expect(
            imported.moves.map { "\($0.subject) \($0.from.date) \($0.to.date)" } == [
                "U-1 2026-03-06 2026-03-08", "U-3 2026-03-06 2026-03-08",
            ])
        #expect(imported.changedDays.map(\.date.description) == ["2026-03-06", "2026-03-08"])
        #expect(try await fixture.dueAt("R-2", "U-3", "2026-W10") == "2026-03-08T16:00:00+08:00")
        #expect(try await fixture.dueAt("R-2", "U-2", "2026-W10") == "2026-03-06T16:00:00+08:00")
        let task = try #require(try await fixture.task("R-2", "U-3", "2026-W10"))
        let history = try await fixture.store.read { try $0.dueHistory(task.id).map(\.cause) }
        #expect(history == ["calendar 2026"])
        // The inventories follow: none on the new day off, one on the make-up Sunday.
        try await fixture.move(to: "2026-03-09T08:00")
        #expect(try await fixture.days(of: "O-7", 5...9) == ["open", "-", "-", "open", "open"])
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func whatAPersonMovedStaysWhereItIs() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.editRule(
            CommandWords(["bn.consolidation", "due:workday 4 at 10:00"], options: ["this-period": ["true"]]),
            caller: fixture.admin)
        #expect(try await fixture.dueAt("R-2", "U-3", "2026-W10") == "2026-03-05T10:00:00+08:00")
        let imported = try await importing(emergency(), fixture)
        #expect(imported.moves.isEmpty)
        #expect(try await fixture.dueAt("R-2", "U-3", "2026-W10") == "2026-03-05T10:00:00+08:00")
    }

    @Test func aRehearsalShowsTheMovesAndMakesNone() async throws {
        let fixture = try await BureauFixture()
        let before = try await fixture.projections()
        let imported = try await importing(emergency(), fixture, dryRun: true)
        #expect(imported.moves.count == 3)
        #expect(try await fixture.projections() == before)
        #expect(try await fixture.store.read { try $0.calendarRevision() } == 3)
    }

    @Test func theSameFileAgainChangesNothing() async throws {
        let fixture = try await BureauFixture()
        let seq = try await fixture.headSeq()
        let imported = try await importing(TestLibrary.calendarFile(2026), fixture)
        #expect(imported.moves.isEmpty)
        #expect(try await fixture.headSeq() == seq)
    }

    @Test func aMakeUpDayInTheWeekIsRefused() async throws {
        let fixture = try await BureauFixture()
        let before = try await fixture.projections()
        let text = try emergency().replacingOccurrences(of: "2026-03-08", with: "2026-03-10")
        let error = await refused { _ = try await importing(text, fixture) }
        #expect(error?.code == .badCalendar)
        #expect(error?.message.en.contains("2026-03-10") == true)
        #expect(try await fixture.projections() == before)
    }

    @Test func provisionalDuesBecomeCertainWhenTheYearIsPublished() async throws {
        let fixture = try await BureauFixture(at: "2027-01-04T08:00")
        #expect(try await fixture.task("R-2", "U-2", "2027-W01")?.provisional == true)
        let text = """
            {"year": 2027, "status": "published", "days": [{"date": "2027-01-01", "kind": "off"},
             {"date": "2027-01-08", "kind": "off"}, {"date": "2027-01-09", "kind": "work"}]}
            """
        _ = try await importing(text, fixture)
        let task = try await fixture.task("R-2", "U-2", "2027-W01")
        #expect(task?.dueAt.iso8601 == "2027-01-09T16:00:00+08:00")
        #expect(task?.provisional == false)
    }

    @Test func aStrangeNumberOfWorkingDaysIsAWarningOnly() async throws {
        let fixture = try await BureauFixture()
        // One day off more than the statutory ones without a make-up day for it.
        let text = try TestLibrary.calendarFile(2026).replacingOccurrences(
            of: "\"days\": [", with: "\"days\": [{\"date\": \"2026-03-06\", \"kind\": \"off\"},")
        #expect(try await importing(text, fixture).warning != nil)
        #expect(try await importing(TestLibrary.calendarFile(2026), fixture).warning == nil)
    }
}
