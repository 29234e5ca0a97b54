import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Editing and withdrawing lines; what a rehearsal and a repeated command leave.
struct EntryEditingTests {
    @Test func anEditReplacesWhatIsGivenAndKeepsTheRest() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("走访", "+走访", "amount:3亿", on: "2026-03-02")
        _ = try await fixture.bureau.editEntry(
            CommandWords(["J-1", "走访并签约", "amount:5亿", "+签约"], options: ["untag": ["走访"]]),
            caller: fixture.caller(BureauFixture.li))
        let view = try await fixture.bureau.showEntry("J-1", caller: fixture.caller(BureauFixture.li))
        #expect(view.text == "走访并签约")
        #expect(view.entry.amount?.yuan == 500_000_000)
        #expect(view.entry.tags == ["签约"])
        #expect(view.entry.kind == .visitOut)
        let events = try await fixture.store.read { try $0.events(subject: "J-1", limit: 10).map(\.verb) }
        #expect(events == ["entry.edited", "entry.logged"])
    }

    @Test func anEditWithoutAChangeIsRefused() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("走访", "+走访")
        let code = await refusal {
            _ = try await fixture.bureau.editEntry(
                CommandWords(["J-1", "+走访"]), caller: fixture.caller(BureauFixture.li))
        }
        #expect(code == .incomplete)
    }

    @Test func movingALineToAnotherDayReopensTheOneAndSubmitsTheOther() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-03T09:00")
        try await fixture.log("走访")
        _ = try await fixture.bureau.editEntry(
            CommandWords(["J-1"], options: ["on": ["2026-03-02"]]), caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "accepted")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == "open")
    }

    @Test func withdrawingTheLastLineReopensTheDay() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("一")
        try await fixture.log("二")
        _ = try await fixture.bureau.withdrawEntries(CommandWords(["J-1"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "accepted")
        _ = try await fixture.bureau.withdrawEntries(CommandWords(["J-2"]), caller: fixture.caller(BureauFixture.li))
        let task = try await fixture.task("R-1", "O-2", "2026-03-02")
        #expect(task?.status == .open)
        let again = await refusal {
            _ = try await fixture.bureau.withdrawEntries(
                CommandWords(["J-2"]), caller: fixture.caller(BureauFixture.li))
        }
        #expect(again == .refused)
    }

    @Test func withdrawingSeveralIsAllOrNothing() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("一")
        try await fixture.log("别人的", by: BureauFixture.wang)
        let code = await refusal {
            _ = try await fixture.bureau.withdrawEntries(
                CommandWords(["J-1", "J-2"]), caller: fixture.caller(BureauFixture.li))
        }
        #expect(code == .forbidden)
        #expect(try await fixture.store.read { try $0.entry(EntryID(1))?.entry.withdrawn } == false)
    }

    @Test func aDayOfAFrozenWeekStaysAsItIs() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("走访")
        try await fixture.move(to: "2026-03-06T16:00")
        let week = try #require(try await fixture.task("R-2", "U-2", "2026-W10"))
        _ = try await fixture.bureau.submitTask(
            CommandWords([week.id.description]), caller: fixture.caller(BureauFixture.nehead))
        try await fixture.move(to: "2026-03-09T12:00")
        _ = try await fixture.bureau.withdrawEntries(CommandWords(["J-1"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "accepted")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == "missed")
        try await fixture.log("迟到的", on: "2026-03-03")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == "missed")
    }

    @Test func aRehearsalShowsTheAnswerAndLeavesNothing() async throws {
        let fixture = try await BureauFixture()
        let (seq, before) = (try await fixture.headSeq(), try await fixture.projections())
        let logged = try await fixture.bureau.logEntry(
            CommandWords(["走访", "@新名字"]), caller: fixture.caller(BureauFixture.li, dryRun: true))
        #expect(logged.entry?.text == "走访")
        #expect(logged.entry?.links.map(\.zh) == ["新名字"])
        #expect(logged.task?.status.state == .accepted)
        #expect(logged.result.events.isEmpty)
        #expect(try await fixture.headSeq() == seq)
        #expect(try await fixture.projections() == before)
        // The number was not used up.
        #expect(try await fixture.log("走访").result.outcome.id == "J-1")
    }

    @Test func aCommandSentTwiceGetsTheFirstAnswer() async throws {
        let fixture = try await BureauFixture()
        let words = CommandWords(["走访"])
        let first = try await fixture.bureau.logEntry(
            words, caller: fixture.caller(BureauFixture.li, id: "one", digest: [1]))
        let seq = try await fixture.headSeq()
        let second = try await fixture.bureau.logEntry(
            words, caller: fixture.caller(BureauFixture.li, id: "one", digest: [1]))
        #expect(second.result.replayed)
        #expect(second.result.outcome == first.result.outcome)
        #expect(second.entry?.text == "走访")
        #expect(try await fixture.headSeq() == seq)
    }

    @Test func oneIdForTwoRequestsIsAConflictAndARefusedIdIsFree() async throws {
        let fixture = try await BureauFixture()
        let refused = await refusal {
            _ = try await fixture.bureau.logEntry(
                CommandWords([]), caller: fixture.caller(BureauFixture.li, id: "one", digest: [1]))
        }
        #expect(refused == .incomplete)
        _ = try await fixture.bureau.logEntry(
            CommandWords(["走访"]), caller: fixture.caller(BureauFixture.li, id: "one", digest: [2]))
        let conflict = await refusal {
            _ = try await fixture.bureau.logEntry(
                CommandWords(["别的"]), caller: fixture.caller(BureauFixture.li, id: "one", digest: [3]))
        }
        #expect(conflict == .conflict)
    }
}
