import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import SQLiteStore
import Testing
import WorkCalendar

/// Monthly and weekly reports of a pipeline through real records.
struct PipelineReportTests {
    private static func plans() -> [PlannedProject] {
        [
            PlannedProject(
                number: 1, unit: 2, stages: [(.negotiating, "2026-07-01"), (.signed, "2026-09-10")],
                contract: 400_000_000, funds: [(100_000_000, "2026-09-20", .building)]),
            PlannedProject(
                number: 2, unit: 3, stages: [(.negotiating, "2026-03-02"), (.reviewing, "2026-04-01")]),
            PlannedProject(
                number: 3, unit: 4,
                stages: [(.negotiating, "2026-08-03"), (.signed, "2026-09-15"), (.landed, "2026-10-09")],
                contract: 600_000_000),
        ]
    }

    private func report(_ fixture: BureauFixture, _ kind: String, _ period: String) async throws -> Report {
        try await fixture.bureau.previewReport(kind: kind, period: period, caller: fixture.caller(0, unit: "bn"))
    }

    /// The cells of a section's tables, rows joined by `;`.
    private func rows(_ report: Report, under heading: String) -> [[String]] {
        report.sections.filter { $0.heading.zh == heading }.flatMap(\.blocks).flatMap { block -> [[Text]] in
            if case .table(let table) = block { return table.rows }
            return []
        }.map { $0.map(Self.plain) }
    }

    private static func plain(_ text: Text) -> String {
        switch text {
        case .phrase(let phrase): phrase.zh
        case .figure(let key): "{\(key)}"
        case .number(let number): "\(number)"
        case .reference(let reference): "#\(reference.id)"
        case .sequence(let parts): parts.map(plain).joined()
        }
    }

    /// Five months without progress on 30 September: red; on 31 July four months: red; on 15 June two months: yellow.
    @Test(arguments: [
        ("month", "2026-09", "红"), ("month", "2026-07", "红"), ("week", "2026-W23", "黄"), ("week", "2026-W15", ""),
    ])
    func theLightIsThatOfTheLastDayOfThePeriod(kind: String, period: String, light: String) async throws {
        let fixture = try await BureauFixture(at: "2026-11-02T08:00", rules: false)
        try await fixture.record(Self.plans())
        let stalled = rows(try await report(fixture, kind, period), under: "停滞项目")
        #expect(stalled.first { $0[1] == "P-2" }?[0] ?? "" == light, "\(stalled)")
    }

    @Test func whatTookEffectLaterIsNotSeen() async throws {
        let fixture = try await BureauFixture(at: "2026-11-02T08:00", rules: false)
        try await fixture.record(Self.plans())
        let september = rows(try await report(fixture, "month", "2026-09"), under: "附注")
        #expect(september.first { $0[0] == "P-3" }?[3] == "签约")
        let october = rows(try await report(fixture, "month", "2026-10"), under: "附注")
        #expect(october.first { $0[0] == "P-3" }?[3] == "落地")
    }

    /// A bureau without a target has the sum of its task forces', and its completion leads to their rows.
    @Test func theBureauHasTheTargetsOfItsTaskForces() async throws {
        let fixture = try await BureauFixture(at: "2026-11-02T08:00", rules: false)
        try await fixture.record(Self.plans())
        for (unit, annual) in [("bn-ne", "7"), ("bn-bio", "1")] {
            _ = try await fixture.bureau.setTarget(
                CommandWords([unit, "2026", "K6.count", annual]), caller: fixture.caller(1001))
        }
        let report = try await report(fixture, "month", "2026-09")
        // Two signed of eight.
        #expect(report.figures["K14.completion.K6.count"]?.value == 0.25)
        let explained = try await fixture.bureau.explainFigure(
            kind: "month", period: "2026-09", key: "K14.completion.K6.count", caller: fixture.caller(1001))
        let annual = explained.rows.filter { $0.kind == "denominator" }
        #expect(annual.map(\.id) == ["target/U-2/2026/K6.count", "target/U-3/2026/K6.count"])
        #expect(annual.reduce(0) { $0 + ($1.amount ?? 0) } == 8)
    }

    /// A month frozen with cohort figures is the same after a hundred more events, among them some that would change it;
    /// the next issue tells them as late and corrected.
    @Test func aFrozenMonthIsVerifiedAfterAHundredMoreEventsAndTheNextTellsThem() async throws {
        let fixture = try await BureauFixture(at: "2026-10-09T08:00", rules: false)
        try await fixture.record(Self.plans())
        let head = try await fixture.caller(1001)
        _ = try await fixture.bureau.freezeReport(kind: "month", period: "2026-09", caller: head)
        let frozen = try await fixture.bureau.showReport(kind: "month", period: "2026-09", caller: head)
        #expect(frozen.figures["K7.rate"]?.value == 0.5)
        try await fixture.move(to: "2026-11-02T08:00")
        try await fixture.record(
            (11...60).map { number in
                PlannedProject(
                    number: Int64(number), unit: 2, stages: [(.negotiating, "2026-09-01"), (.signed, "2026-09-28")],
                    contract: 1_000_000)
            }, id: "later")
        // The funds of P-1 were less than reported.
        let found = try await fixture.store.read { try $0.record(Funds.self, FundsID(10)) }
        let before = try #require(found)
        var after = before
        after.amount = Money(yuan: 60_000_000)
        try await fixture.change(before, after, id: "less")
        let answer = try await fixture.bureau.verifyReport(kind: "month", period: "2026-09", caller: head)
        #expect(answer.ok && answer.recomputed)
        let october = try await report(fixture, "month", "2026-10")
        #expect(october.figures["late.K6.count"]?.value == 50)
        #expect(october.figures["late.K6.amount"]?.value == 50_000_000)
        #expect(october.figures["corrected.K13.amount"]?.value == -40_000_000)
        #expect(october.figures["K6.count"]?.value == 0)
        #expect(october.figures["K6.count.cumulative"]?.value == 52)
        // Own figures of both issues, late ones and corrections are the cumulative ones.
        #expect(october.figures["K13.amount.cumulative"]?.value == 60_000_000)
    }
}
