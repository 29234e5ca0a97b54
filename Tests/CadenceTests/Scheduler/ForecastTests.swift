import Cadence
import Identifiers
import Testing
import WorkCalendar

struct ForecastTests {
    let calendar: WorkingDayCalendar

    init() throws { calendar = try StatutoryCalendar.load() }

    /// What is asked for over a year is what was foretold at its start, due times and order included.
    @Test(arguments: BureauRules.allCases, SlowOracleTests.years)
    func aYearHappensAsForetold(_ bureau: BureauRules, _ year: Int) throws {
        let rules = try bureau.rules(from: year)
        let roster = try SlowOracleTests.roster(year).asRoster()
        let start = try instant("\(year)-01-01T00:00")
        let end = try instant("\(year + 1)-01-01T00:00")
        let foretold = Forecast(roster: roster, calendar: calendar, calendarRevision: 1)
            .next(2000, rules: rules, now: start)
        try #require((foretold.last?.dueAt ?? start) > end)

        var played = PlayedBureau(rules, roster, calendar)
        played.isDiligent = true
        try played.play(from: start, to: end)
        let happened = played.tasks.filter { $0.status.state != .waived && $0.dueAt > start && $0.dueAt <= end }
        let key = { (rule: String, subject: Subject, unit: UnitID, period: Period, due: Instant, provisional: Bool) in
            "\(due) \(rule) \(subject) \(unit) \(period.key)\(provisional ? " ~" : "")"
        }
        let expected = happened.map { key($0.source, $0.subject, $0.unit, $0.period, $0.dueAt, $0.provisional) }
            .sorted()
        let shown = foretold.filter { $0.dueAt <= end }
            .map { key($0.rule.id.description, $0.subject, $0.unit, $0.period, $0.dueAt, $0.provisional) }
        #expect(shown.sorted() == expected)
        #expect(shown.map { $0.prefix(25) } == expected.map { $0.prefix(25) }, "by due time")
        #expect(expected.count > 500)
    }

    @Test func whatIsDueNowIsNotForetoldAnyMore() throws {
        let forecast = Forecast(roster: .of(try .officer(1)), calendar: calendar, calendarRevision: 1)
        let rules = [try Rule.inventory(from: "2026-03-02")]
        let before = try forecast.next(1, rules: rules, now: instant("2026-03-02T17:29:59"))
        #expect(before.map(\.period.key) == ["2026-03-02"])
        let after = try forecast.next(1, rules: rules, now: instant("2026-03-02T17:30"))
        #expect(after.map(\.period.key) == ["2026-03-03"])
    }

    @Test func aReportOfLastMonthIsForetoldUntilItIsDue() throws {
        let rule = try Rule.make(
            1, "report", .month, .report, .scope, "after-end workday 3 at 17:30", from: "2026-01")
        let forecast = Forecast(roster: .of(), calendar: calendar, calendarRevision: 1)
        let next = try forecast.next(2, rules: [rule], now: instant("2026-03-03T12:00"))
        #expect(next.map(\.period.key) == ["2026-02", "2026-03"])
        // March ends on a Tuesday; 4 to 6 April are Qingming, so the third working day is Friday 3 April.
        #expect(try next.map(\.dueAt) == [instant("2026-03-04T17:30"), instant("2026-04-03T17:30")])
    }

    @Test func anEndedRuleForetellsNothingAfterItsEnd() throws {
        var rule = try Rule.inventory(from: "2026-03-02")
        rule.until = try period("2026-03-03")
        let forecast = Forecast(roster: .of(try .officer(1)), calendar: calendar, calendarRevision: 1)
        let next = try forecast.next(10, rules: [rule], now: instant("2026-03-01T00:00"))
        #expect(next.map(\.period.key) == ["2026-03-02", "2026-03-03"])
    }

    @Test func aRuleThatAsksNobodyDoesNotHang() throws {
        let forecast = Forecast(roster: .of(), calendar: calendar, calendarRevision: 1)
        #expect(
            try forecast.next(10, rules: [.inventory(from: "2026-03-02")], now: instant("2026-03-01T00:00")).isEmpty)
    }
}
