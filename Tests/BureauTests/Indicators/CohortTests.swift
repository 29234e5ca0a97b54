import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

/// Figures of projects first signed in a period, through real records and reports.
struct CohortTests {
    private static let yi: Int64 = 100_000_000

    /// Xuchang, January to October 2017 (rows S01 to S03 of `Tests/Vectors/kpi.csv`): 247 projects signed, 244
    /// performing, 222 started, funds 370 of contracts 1077 (亿 yuan).
    @Test func publishedCohortThroughRecordsAndAReport() async throws {
        let fixture = try await BureauFixture(at: "2017-11-01T08:00", rules: false)
        let projects = (1...247).map { number in
            let month = (number - 1) % 9 + 1
            var stages: [(stage: Stage, on: String)] = [
                (.negotiating, "2017-01-0\(number % 9 + 1)"), (.signed, "2017-0\(month)-15"),
            ]
            // 222 started, 20 more landed, 2 with money and nothing else, 3 with neither.
            if number <= 242 { stages.append((.landed, "2017-0\(month)-20")) }
            if number <= 222 { stages.append((.started, "2017-10-10")) }
            var funds: [(yuan: Int64, on: String, component: FundsComponent)] = []
            if number <= 183 || number == 243 || number == 244 { funds = [(2 * Self.yi, "2017-10-20", .building)] }
            return PlannedProject(
                number: Int64(number), stages: stages, contract: (number == 247 ? 93 : 4) * Self.yi, funds: funds)
        }
        try await fixture.record(projects)
        let report = try await fixture.bureau.previewReport(
            kind: "year", period: "2017", caller: fixture.caller(0, unit: "bn"))
        #expect(report.figures["K6.count"]?.value == 247)
        #expect(report.figures["K6.amount"]?.textZh == "1077亿元")
        #expect(report.figures["K13.amount"]?.textEn == "RMB 37 billion")
        #expect(report.figures["K7.rate"]?.textZh == "98.8%")
        #expect(report.figures["K9.rate"]?.textZh == "89.9%")
        #expect(report.figures["K11.rate"]?.textZh == "34.4%")
        #expect(report.figures["K12.rate"]?.textZh == "34.4%")
        #expect(report.figures["K16.ge1"]?.value == 247)
        #expect(report.figures["K16.ge50"]?.value == 1)
        // What is listed is what was counted.
        for (key, above, below) in [("K7.rate", 244, 247), ("K9.rate", 222, 247)] {
            let rows = try await fixture.bureau.explainFigure(
                kind: "year", period: "2017", key: key, caller: fixture.caller(0, unit: "bn")
            ).rows
            #expect(rows.count { $0.kind == "numerator" } == above)
            #expect(rows.count { $0.kind == "denominator" } == below)
        }
        let rows = try await fixture.bureau.explainFigure(
            kind: "year", period: "2017", key: "K11.rate", caller: fixture.caller(0, unit: "bn")
        ).rows
        #expect(rows.filter { $0.kind == "numerator" }.reduce(0) { $0 + ($1.amount ?? 0) } == 370 * Self.yi)
        #expect(rows.filter { $0.kind == "denominator" }.reduce(0) { $0 + ($1.amount ?? 0) } == 1077 * Self.yi)
    }

    /// The cohort is that of the month, seen at its end; the cumulative one is that of the year.
    @Test func cohortIsOfItsPeriodAndSeenAtItsEnd() async throws {
        let fixture = try await BureauFixture(at: "2026-11-02T08:00", rules: false)
        try await fixture.record([
            PlannedProject(
                number: 1, stages: [(.negotiating, "2026-08-01"), (.signed, "2026-09-01"), (.landed, "2026-10-02")],
                contract: 100),
            PlannedProject(
                number: 2,
                stages: [(.negotiating, "2026-09-01"), (.signed, "2026-09-30"), (.landed, "2026-09-30")], contract: 300),
            PlannedProject(number: 3, stages: [(.negotiating, "2026-09-02")]),
            PlannedProject(
                number: 4, kind: .lightAsset,
                stages: [
                    (.negotiating, "2026-10-01"), (.signed, "2026-10-08"), (.landed, "2026-10-09"),
                    (.producing, "2026-10-20"),
                ]),
        ])
        let september = try await fixture.figures("month", "2026-09")
        #expect(september["K7.rate"] == 0.5)
        #expect(september["K5.rate"] == 0.5)
        #expect(september["K9.rate"] == 0)
        let october = try await fixture.figures("month", "2026-10")
        // No contract in October: no value, never zero.
        #expect(october["K11.rate"] == nil)
        #expect(october["K9.rate"] == 1)
        #expect(october["K9.count"] == 1)
        #expect(october["K7.rate.cumulative"] == 1)
        // Started by its production on 20 October, 8 working days after the signing of 8 October (10 October works).
        #expect(october["K22.median"] == 9)
    }

    /// Every cohort figure again by a slow count over the plan, for random plans.
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func figuresEqualASlowCount(seed: UInt64) async throws {
        let fixture = try await BureauFixture(at: "2027-01-04T08:00", rules: false)
        var random = SeededRandom(seed)
        let plans = try (1...60).map { try SlowCohort.plan(Int64($0), &random) }
        try await fixture.record(plans)
        for period in ["2026-03", "2026-Q2", "2026"] {
            let kind = period.count == 4 ? "year" : period.contains("Q") ? "quarter" : "month"
            let found = try await fixture.figures(kind, period)
            let days = try #require(Period(period)).days
            for (key, expected) in try SlowCohort.figures(plans, days) {
                let value = found[key]
                guard let expected else {
                    #expect(value == nil, "\(period) \(key)")
                    continue
                }
                let close = value.map { abs($0 - expected) < 1e-9 * max(1, abs(expected)) } ?? false
                #expect(close, "\(period) \(key): \(value.map { "\($0)" } ?? "nothing") instead of \(expected)")
            }
        }
    }
}

/// Reproducible numbers for plans (the generator of Knuth's MMIX).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
