import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

struct EntryTests {
    @Test func oneLineSubmitsTheDay() async throws {
        let fixture = try await BureauFixture()
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "open")
        let logged = try await fixture.log("走访宁德时代")
        #expect(logged.result.outcome.id == "J-1")
        #expect(logged.entry?.text == "走访宁德时代")
        #expect(logged.task?.status.state == .accepted)
        #expect(logged.task?.status.zero == false)
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "accepted")
        #expect(try await fixture.state("R-1", "O-7", "2026-03-02") == "open")
    }

    @Test func aZeroReportSubmitsTheDayUntilALineComes() async throws {
        let fixture = try await BureauFixture()
        let logged = try await fixture.zero()
        #expect(logged.task?.status.zero == true)
        try await fixture.log("下午来了客商")
        let task = try await fixture.task("R-1", "O-2", "2026-03-02")
        #expect(task?.status.zero == false)
        #expect(task?.status.state == .accepted)
    }

    @Test func aDayWithLinesIsNoZeroReport() async throws {
        let fixture = try await BureauFixture()
        try await fixture.log("走访")
        #expect(await refusal { try await fixture.zero() } == .refused)
    }

    @Test func aLineNeedsContent() async throws {
        let fixture = try await BureauFixture()
        #expect(await refusal { try await fixture.log() } == .incomplete)
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "open")
    }

    @Test func aLateDayIsTakenAndTheFutureIsRefused() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-04T09:00")
        try await fixture.log("补记", on: "2026-03-02")
        let task = try await fixture.task("R-1", "O-2", "2026-03-02")
        #expect(task?.status.state == .accepted)
        #expect(task.map { ($0.status.submittedAt ?? $0.dueAt) > $0.dueAt } == true)
        #expect(await refusal { try await fixture.log("明天", on: "2026-03-05") } == .badDate)
    }

    @Test func aDayBeforeTheOfficerCameIsRefused() async throws {
        let fixture = try await BureauFixture()
        let added = try await fixture.bureau.addOfficer(
            CommandWords(["新人", "unit:bn-ne", "uid:1020", "role:officer"]), caller: fixture.admin)
        #expect(added.outcome.id == "O-9")
        #expect(await refusal { try await fixture.log("以前", by: 1020, on: "2026-03-01") } == .refused)
    }

    @Test(
        arguments: [
            ("+走访", ActivityKind.visitOut), ("+接待", .visitIn), ("+电话", .call), ("+座谈", .meeting),
            ("+踏勘", .site), ("+谈判", .negotiation), ("+推介会", .activity), ("+计划", .plan), ("+宣传", .publicity),
            ("kind:call", .call), ("类型:会议", .meeting),
        ])
    func theKindComesFromTheTagOrTheKey(word: String, kind: ActivityKind) async throws {
        let fixture = try await BureauFixture(rules: false)
        let logged = try await fixture.log("某事", word)
        #expect(logged.entry?.entry.kind == kind)
    }

    @Test func whatTheLineSaysOutrightBeatsItsTags() async throws {
        let fixture = try await BureauFixture(rules: false)
        let logged = try await fixture.log("某事", "+走访", "kind:call", "+重点")
        #expect(logged.entry?.entry.kind == .call)
        #expect(logged.entry?.entry.tags == ["走访", "重点"])
    }

    @Test func namesBecomeLinksAndUnknownOnesAreKept() async throws {
        let fixture = try await BureauFixture(rules: false)
        let logged = try await fixture.log("洽谈", "@bn-bio", "@王芳", "@宁德时代")
        let links = try #require(logged.entry?.entry.links)
        #expect(links.count == 3)
        #expect(links[0] == .unit(UnitID(3)))
        #expect(links[1] == .officer(OfficerID(7)))
        guard case .name = links[2] else {
            Issue.record("a name that nobody has stays a name")
            return
        }
        #expect(logged.entry?.links.last?.zh == "宁德时代")
    }

    @Test func aNameOfTwoIsNeverGuessed() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addOfficer(
            CommandWords(["王芳", "unit:bn", "role:officer"]), caller: fixture.admin)
        let error = await refused { try await fixture.log("洽谈", "@王芳") }
        #expect(error?.code == .ambiguous)
        #expect(error?.details["candidates"] == .list(["O-7 王芳", "O-9 王芳"]))
        #expect(try await fixture.store.read { try $0.entries(EntryFilter()).isEmpty })
    }

    @Test func anotherVerbOfAnOfficerIsALineOfTheDay() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.editOfficer(
            CommandWords(["nehead", "role:leader,officer"]), caller: fixture.admin)
        #expect(try await fixture.state("R-1", "O-5", "2026-03-02") == "open")
        let task = try #require(try await fixture.task("R-2", "U-2", "2026-W10"))
        let result = try await fixture.bureau.submitTask(
            CommandWords([task.id.description, "本周小结"]), caller: fixture.caller(BureauFixture.nehead))
        #expect(try await fixture.state("R-1", "O-5", "2026-03-02") == "accepted")
        let line = try #require(result.result.outcome.related["line"].flatMap { EntryID($0) })
        let entry = try await fixture.store.read { try $0.entry(line)?.entry }
        #expect(entry?.source == .automatic(verb: "task.submit", subject: task.id.description))
        let edit = await refusal {
            _ = try await fixture.bureau.withdrawEntries(
                CommandWords([line.description]), caller: fixture.caller(0, as: "nehead"))
        }
        #expect(edit == .refused)
    }
}
