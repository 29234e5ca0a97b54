import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import Reporting
import SQLiteStore
import Testing
import WorkCalendar

/// Published figures played as real projects, agreements, funds, promises and targets and read back from a report, with the
/// six decimals of `Tests/Vectors/kpi.csv`, and again from the rows that explain them. S01 to S03 are in `CohortTests`.
struct PublishedFigureTests {
    private static let yi = 100_000_000.0

    /// A bureau on the third day after the row's month.
    private func fixture(_ row: PublishedRow) async throws -> BureauFixture {
        try await BureauFixture(at: "\(row.month.lastDay + 3)T09:00", rules: false)
    }

    private func yuan(_ amount: Double) -> Int64 { Int64((amount * Self.yi).rounded()) }

    /// The figure of the month's report, equal to the exact value of the row.
    private func check(
        _ row: PublishedRow, _ fixture: BureauFixture, _ key: String, scale: Double = 100, unit: String = "bn"
    ) async throws {
        let caller = try await fixture.caller(0, unit: unit)
        let report = try await fixture.bureau.previewReport(kind: "month", period: row.month.key, caller: caller)
        let figure = try #require(report.figures[key], "\(row.id) \(key)")
        guard let exact = row.exact else {
            #expect(figure.value == nil && figure.textZh == "—", "\(row.id)")
            return
        }
        let value = try #require(figure.value, "\(row.id)")
        let distance = abs(value * scale - exact)
        #expect(distance < 0.000_000_6, "\(row.id): \(value * scale) instead of \(exact)")
    }

    static func rows(_ kpi: String...) -> [PublishedRow] {
        PublishedRow.all.filter { row in kpi.contains { row.kpi.hasPrefix($0) } }
    }

    @Test func theVectorsAreThere() {
        #expect(PublishedRow.all.count == 33)
        #expect(Self.rows("K12").count == 6)
        #expect(Self.rows("K14").count == 13)
    }

    /// Signed in the row's year and money in it, of this project or another.
    @Test(arguments: rows("K12"))
    func dynamicFundsRate(row: PublishedRow) async throws {
        let fixture = try await fixture(row)
        let day = row.month.firstDay.description
        try await fixture.record([
            PlannedProject(
                number: 1, stages: [(.negotiating, day), (.signed, day)],
                contract: yuan(try #require(row.inputs["b"]))),
            PlannedProject(
                number: 2,
                stages: [
                    (.negotiating, "\(row.month.firstDay.year - 1)-01-04"),
                    (.signed, "\(row.month.firstDay.year - 1)-02-01"),
                ],
                contract: 5, funds: [(yuan(try #require(row.inputs["a"])), day, .other)]),
        ])
        try await check(row, fixture, "K12.rate.cumulative")
        try await checkRatioRows(fixture, row.month, "K12.rate")
    }

    /// Contracts, funds or starts of the year against the annual target; the gap is in percentage points.
    @Test(arguments: rows("K14"))
    func targetCompletionAndGap(row: PublishedRow) async throws {
        let fixture = try await fixture(row)
        let reached = try #require(row.inputs["a"])
        let annual = try #require(row.inputs["b"])
        let day = row.month.firstDay.description
        let key: String
        if row.note.hasPrefix("started") {
            key = "K9.count"
            try await fixture.record(
                (1...Int64(reached)).map {
                    PlannedProject(
                        number: $0, stages: [(.negotiating, day), (.signed, day), (.landed, day), (.started, day)])
                })
        } else {
            key = row.note.contains("contract") ? "K6.amount" : "K13.amount"
            let amount = yuan(reached)
            try await fixture.record([
                PlannedProject(
                    number: 1, stages: [(.negotiating, day), (.signed, day)],
                    contract: key == "K6.amount" ? amount : 1,
                    funds: key == "K6.amount" ? [] : [(amount, day, .building)])
            ])
        }
        let target = key == "K9.count" ? "\(Int64(annual))" : "\(yuan(annual))"
        _ = try await fixture.bureau.setTarget(
            CommandWords(["bn", "\(row.month.firstDay.year)", key, target]), caller: fixture.caller(BureauFixture.head))
        let isGap = row.kpi.contains("序时进度差")
        try await check(row, fixture, isGap ? "K14.gap.\(key)" : "K14.completion.\(key)", scale: isGap ? 1 : 100)
    }

    /// Funds of the month on those of the same month a year before.
    @Test(arguments: rows("同比"))
    func fundsYearOnYear(row: PublishedRow) async throws {
        let fixture = try await fixture(row)
        let before = row.month.advanced(by: -12).firstDay.description
        try await fixture.record([
            PlannedProject(
                number: 1, stages: [(.negotiating, before), (.signed, before)], contract: 1,
                funds: [
                    (yuan(try #require(row.inputs["b"])), before, .land),
                    (yuan(try #require(row.inputs["a"])), row.month.firstDay.description, .equipment),
                ])
        ])
        try await check(row, fixture, "K13.yoy")
    }

    /// 97 promises kept, and 204 that are not due yet.
    @Test(arguments: rows("K31"))
    func commitmentsHonoured(row: PublishedRow) async throws {
        let fixture = try await fixture(row)
        let day = row.month.firstDay
        try await fixture.record([PlannedProject(number: 1, stages: [(.negotiating, day.description)])])
        let kept = Int64(try #require(row.inputs["a"]))
        let promises = (1...(kept + 204)).map { number in
            var promise = Commitment(
                id: CommitmentID(number), project: ProjectID(1), agreement: nil, text: TextStub(id: 1, digest: "t"),
                category: .service, legalBasis: nil, amount: nil, condition: nil,
                dueOn: number <= kept ? day + 5 : day + 90, department: nil, unit: UnitID(2))
            if number <= kept {
                promise.state = .fulfilled
                promise.settledOn = day + 3
            }
            return promise
        }
        try await fixture.add(promises, id: "promises")
        try await check(row, fixture, "K31.rate")
        let rows = try await fixture.explained("month", row.month.key, "K31.rate")
        #expect(rows.count { $0.kind == "numerator" } == 97 && rows.count { $0.kind == "denominator" } == 97)
        // One that was broken counts.
        var broken = promises[97]
        broken.dueOn = day + 1
        try await fixture.change(promises[97], broken, id: "broken")
        let value = try await fixture.figures("month", row.month.key)["K31.rate"]
        #expect(value.map { abs($0 - 97.0 / 98) < 1e-12 } == true)
    }

    /// Parts of a whole, as shares of a matrix by unit.
    @Test func sharesOfAMatrix() async throws {
        let rows = Self.rows("份额")
        let month = rows[0].month
        let fixture = try await fixture(rows[0])
        let day = month.firstDay.description
        try await fixture.record(
            rows.enumerated().map { index, row in
                PlannedProject(
                    number: Int64(index + 1), unit: Int64(index + 2), stages: [(.negotiating, day), (.signed, day)],
                    contract: yuan(row.inputs["a"] ?? 0))
            })
        let view = try await fixture.bureau.matrix(
            CommandWords(
                ["\(month.firstDay.year)"], options: ["by": ["unit"], "step": ["month"], "key": ["K6.amount"]]),
            caller: fixture.caller(0, unit: "bn"))
        let shares = try #require(view.tables.first).rows.compactMap { $0.share?.decimalValue }
        for (row, share) in zip(rows, shares) {
            let distance = abs(share * 100 - (row.exact ?? 0))
            #expect(distance < 0.000_000_6, "\(row.id) \(share)")
        }
    }

    @Test func aMonthWithoutSigningsHasNoPerformanceRate() async throws {
        let row = try #require(Self.rows("K7").last)
        try await check(row, fixture(row), "K7.rate")
    }

    /// 28 starts of 27 and 17.77 bn of 5.4 bn: each of the two halves of the mark is full and no more.
    @Test func aRaceScoreIsCappedAtFullMarks() async throws {
        let row = try #require(Self.rows("K21").first)
        let fixture = try await fixture(row)
        let day = row.month.firstDay.description
        try await fixture.rank(["bn-ne", "bn-bio"])
        _ = try await fixture.bureau.setSetting(
            CommandWords(["race.marks", "K9.count:0.25 K13.amount:0.25"], options: ["from": ["2026-01-01"]]),
            caller: fixture.admin)
        for (key, target) in [("K9.count", "27"), ("K13.amount", "\(yuan(54))")] {
            _ = try await fixture.bureau.setTarget(
                CommandWords(["bn-ne", "2026", key, target]), caller: fixture.caller(BureauFixture.head))
        }
        try await fixture.record(
            (1...28).map { number in
                PlannedProject(
                    number: number, stages: [(.negotiating, day), (.signed, day), (.landed, day), (.started, day)],
                    contract: 1, funds: number == 1 ? [(yuan(177.7), day, .other)] : [])
            })
        try await check(row, fixture, "K21.score", scale: 1, unit: "bn-ne")
        let rows = try await fixture.explained("month", row.month.key, "K21.score", unit: "bn-ne")
        #expect(
            rows.map { "\($0.id) \($0.amount ?? -1)" } == [
                "K9.count.cumulative 28", "target/U-2/2026/K9.count 27", "K13.amount.cumulative 17770000000",
                "target/U-2/2026/K13.amount 5400000000",
            ])
    }

    /// The two sides that explain a ratio are those it divides.
    private func checkRatioRows(_ fixture: BureauFixture, _ month: Period, _ key: String) async throws {
        let rows = try await fixture.explained("month", month.key, key)
        func side(_ kind: String) -> Double {
            rows.filter { $0.kind == kind }.reduce(0) { $0 + Double($1.amount ?? 1) }
        }
        let value = try await fixture.figures("month", month.key)[key]
        let explained = side("numerator") / side("denominator")
        #expect(value.map { abs($0 - explained) < 1e-12 } == true)
    }
}

extension BureauFixture {
    func explained(_ kind: String, _ period: String, _ key: String, unit: String = "bn") async throws
        -> [FigureExplanation.Row]
    {
        try await bureau.explainFigure(kind: kind, period: period, key: key, caller: caller(0, unit: unit)).rows
    }

    /// Units that are ranked against each other.
    func rank(_ codes: [String]) async throws {
        let units = try await store.read { try $0.units() }.filter { codes.contains($0.code) }
        _ = try await store.write(Command(id: "rank", actor: "uid:0", verb: "setup", digest: [5])) { writing in
            for unit in units {
                var after = unit
                after.rankGroup = "taskForce"
                try writing.append(NewEvent("unit.edited", unit.id, UnitChanged(before: unit, after: after)))
            }
            return Outcome()
        }
    }
}
