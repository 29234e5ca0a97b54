import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import SQLiteStore
import Testing
import WorkCalendar

/// Reports of a past period show what the records were at its end, not what became of them since.
struct PastStateTests {
    /// The rows of the report's tables that name a record.
    private func rows(_ fixture: BureauFixture, _ kind: String, _ period: String, of id: String) async throws
        -> [[String]]
    {
        let report = try await fixture.bureau.previewReport(
            kind: kind, period: period, caller: fixture.caller(0, unit: "bn"))
        return report.sections.flatMap(\.blocks).flatMap { block -> [[Text]] in
            if case .table(let table) = block { return table.rows }
            return []
        }.map { $0.map(Self.plain) }.filter { $0.contains { $0.contains(id) } }
    }

    private static func plain(_ text: Text) -> String {
        switch text {
        case .phrase(let phrase): phrase.zh
        case .figure(let key): "{\(key)}"
        case .number(let number): "\(number)"
        case .reference(let reference): reference.resolved ?? "#\(reference.id)"
        case .sequence(let parts): parts.map(plain).joined()
        }
    }

    private func project(_ fixture: BureauFixture) async throws -> Project {
        let found = try await fixture.store.read { try $0.record(Project.self, ProjectID(1)) }
        return try #require(found)
    }

    private func stop(_ fixture: BureauFixture, on day: String) throws -> ProjectStop {
        ProjectStop(date: try PlannedProject.day(day), now: fixture.clock.now(), by: ActingPerson(by: "O-1"))
    }

    /// Suspended on 10 May, resumed on 20 August, terminated on 12 October.
    private func suspendedAndResumed() async throws -> BureauFixture {
        let fixture = try await BureauFixture(at: "2026-11-02T08:00", rules: false)
        try await fixture.record([
            PlannedProject(number: 1, stages: [(.negotiating, "2026-03-02"), (.reviewing, "2026-04-01")])
        ])
        var before = try await project(fixture)
        let reason = TextStub(id: 9, digest: "r")
        var after = try stop(fixture, on: "2026-05-10").suspended(
            before, until: PlannedProject.day("2026-10-10"), reason: reason,
            policy: ProjectPolicy())
        try await fixture.change(before, after, id: "suspend")
        before = after
        after = try stop(fixture, on: "2026-08-20").resumed(before, reason: nil)
        try await fixture.change(before, after, id: "resume")
        before = after
        after = try stop(fixture, on: "2026-10-12").terminated(before, reason: .site, note: nil, destination: nil)
        try await fixture.change(before, after, id: "terminate")
        return fixture
    }

    @Test(arguments: [
        ("2026-W18", false), ("2026-W20", true), ("2026-W33", true), ("2026-W35", false), ("2026-W41", false),
    ])
    func aProjectIsSuspendedInTheWeeksInWhichItWas(week: String, suspended: Bool) async throws {
        let fixture = try await suspendedAndResumed()
        let found = try await rows(fixture, "week", week, of: "P-1")
        #expect(!found.isEmpty)
        #expect(found.contains { $0.contains("暂缓") } == suspended, "\(found)")
    }

    /// It rested from May to August, so nothing was expected of it; in April two months without progress were not over.
    @Test(arguments: [("2026-06", false), ("2026-09", false), ("2026-10", false)])
    func aSuspendedProjectIsNotStalled(month: String, stalled: Bool) async throws {
        let fixture = try await suspendedAndResumed()
        let found = try await rows(fixture, "month", month, of: "P-1")
        #expect(found.contains { $0.contains("红") || $0.contains("黄") } == stalled, "\(found)")
    }

    @Test func aProjectThatWasReturnedIsWhereItWasReturnedTo() async throws {
        let fixture = try await BureauFixture(at: "2026-11-02T08:00", rules: false)
        try await fixture.record([
            PlannedProject(number: 1, stages: [(.negotiating, "2026-03-02"), (.reviewing, "2026-04-01")])
        ])
        let before = try await project(fixture)
        var after = before
        for (kind, to, day) in [
            (StageStep.Kind.returned, Stage.negotiating, "2026-05-06"), (.advanced, .reviewing, "2026-07-01"),
            (.advanced, .approved, "2026-10-09"),
        ] {
            after.steps.append(
                StageStep(
                    kind: kind, from: after.stage, to: to, date: try PlannedProject.day(day),
                    recordedAt: fixture.clock.now(), by: "O-1", unit: UnitID(2)))
            after.stage = to
        }
        try await fixture.change(before, after, id: "course")
        for (month, stage) in [("2026-04", "评审"), ("2026-05", "在谈"), ("2026-09", "评审"), ("2026-10", "通过评审")] {
            let found = try await rows(fixture, "month", month, of: "P-1")
            #expect(found.contains { $0.contains(stage) }, "\(month): \(found)")
        }
    }

    /// Issued on 3 September, answered on the 10th, closed on 5 October.
    @Test func aDirectiveIsOpenInTheWeeksInWhichItWas() async throws {
        let fixture = try await BureauFixture(at: "2026-08-20T08:00", rules: false)
        try await fixture.record([PlannedProject(number: 1, stages: [(.negotiating, "2026-08-03")])])
        try await fixture.hire(9, "chief", [.supervisor])
        let chief = { try await fixture.caller(1009) }
        try await fixture.move(to: "2026-09-03T09:00")
        _ = try await fixture.bureau.issueDirective(
            CommandWords(["P-1", "yellow", "一周内报送方案", "due:2026-09-11"]), caller: chief())
        try await fixture.move(to: "2026-09-10T09:00")
        _ = try await fixture.bureau.replyDirective(
            CommandWords(["D-1", "已报送"]), caller: fixture.caller(BureauFixture.nehead))
        try await fixture.move(to: "2026-10-05T09:00")
        _ = try await fixture.bureau.closeDirective(CommandWords(["D-1", "已落实"]), caller: chief())
        try await fixture.move(to: "2026-11-02T09:00")
        #expect(try await rows(fixture, "week", "2026-W35", of: "D-1").isEmpty)
        let issued = try await rows(fixture, "week", "2026-W36", of: "D-1")
        #expect(issued.contains { $0.contains("待回复") }, "\(issued)")
        let replied = try await rows(fixture, "week", "2026-W39", of: "D-1")
        #expect(replied.contains { $0.contains("已回复") }, "\(replied)")
        #expect(try await rows(fixture, "week", "2026-W41", of: "D-1").isEmpty)
    }

    @Test func aLeadIsJudgedByWhatWasKnownAtTheEndOfThePeriod() async throws {
        let fixture = try await BureauFixture(at: "2026-03-03T09:00", rules: false)
        let li = { try await fixture.caller(BureauFixture.li) }
        for words in [
            ["甲项目", "source:hotline", "@甲公司", "chain:新能源", "region:浙江", "amount:3亿"],
            ["乙项目", "source:hotline", "@乙公司", "chain:新能源", "region:江苏"],
        ] {
            _ = try await fixture.bureau.addLead(CommandWords(words), caller: li())
        }
        #expect(try await fixture.figures("month", "2026-03")["K1.valid_rate"] == 0.5)
        try await fixture.move(to: "2026-04-09T09:00")
        // What was missing is completed, and the other one turns out to be a duplicate: both in April.
        _ = try await fixture.bureau.editLead(CommandWords(["L-2", "amount:2亿"]), caller: li())
        _ = try await fixture.bureau.mergeLead(
            CommandWords(["L-1", "L-2"]), caller: fixture.caller(BureauFixture.nehead))
        #expect(try await fixture.figures("month", "2026-03")["K1.valid_rate"] == 0.5)
        let rows = try await fixture.bureau.explainFigure(
            kind: "month", period: "2026-03", key: "K1.valid_rate", caller: fixture.caller(0, unit: "bn")
        ).rows
        #expect(rows.filter { $0.kind == "numerator" }.map(\.id) == ["L-1"])
    }

    /// A promise due on 15 September, broken then; that its condition was not met was recorded in October.
    @Test func aPromiseIsExcusedFromTheDayItWas() async throws {
        let fixture = try await BureauFixture(at: "2026-09-01T09:00", rules: false)
        try await fixture.record([PlannedProject(number: 1, stages: [(.negotiating, "2026-08-03")])])
        let promise = Commitment(
            id: CommitmentID(1), project: ProjectID(1), agreement: nil, text: TextStub(id: 1, digest: "t"),
            category: .service, legalBasis: nil, amount: nil, condition: nil,
            dueOn: try PlannedProject.day("2026-09-15"), department: nil, unit: UnitID(2))
        try await fixture.add(promise, id: "promise")
        try await fixture.move(to: "2026-10-09T09:00")
        #expect(try await fixture.figures("month", "2026-09")["K31.rate"] == 0)
        var excused = promise
        excused.state = .conditionNotMet
        try await fixture.change(promise, excused, id: "excused")
        #expect(try await fixture.figures("month", "2026-09")["K31.rate"] == 0)
        // Had it been known in September, it would have stayed out.
        try await fixture.move(to: "2026-10-20T09:00")
        #expect(try await fixture.figures("year", "2026")["K31.rate"] == nil)
    }

    /// What happens after a month was frozen leaves its bytes alone, and it is verified from the log.
    @Test func aFrozenReportIsUntouchedByWhatBecameOfItsRecords() async throws {
        let fixture = try await BureauFixture(at: "2026-06-03T08:00", rules: false)
        try await fixture.record([
            PlannedProject(number: 1, stages: [(.negotiating, "2026-03-02"), (.reviewing, "2026-04-01")])
        ])
        let first = try await project(fixture)
        let suspended = try stop(fixture, on: "2026-05-10").suspended(
            first, until: PlannedProject.day("2026-10-10"), reason: TextStub(id: 9, digest: "r"),
            policy: ProjectPolicy())
        try await fixture.change(first, suspended, id: "suspend")
        let head = try await fixture.caller(BureauFixture.head)
        _ = try await fixture.bureau.freezeReport(kind: "month", period: "2026-05", caller: head)
        let frozen = try await fixture.bureau.showReport(kind: "month", period: "2026-05", caller: head)
        try await fixture.move(to: "2026-08-20T08:00")
        let resumed = try stop(fixture, on: "2026-08-20").resumed(suspended, reason: nil)
        try await fixture.change(suspended, resumed, id: "resume")
        #expect(try await fixture.bureau.showReport(kind: "month", period: "2026-05", caller: head) == frozen)
        let answer = try await fixture.bureau.verifyReport(kind: "month", period: "2026-05", caller: head)
        #expect(answer.ok && answer.recomputed)
    }
}
