import Cadence
import Identifiers
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

@testable import Reporting

struct WeeklyReportTests {
    @Test func aWeekWithoutWorkingDaysIsMergedAndSaysSo() throws {
        var facts = try ReportFixture.facts("2026-W09", asOf: "2026-03-02")
        facts.coversFrom = Period("2026-W08")
        let report = ReportDerivation.derive(facts)
        #expect(report.coversFrom == "2026-W08")
        #expect(report.words(under: "说明", .zh).contains("2026年第8周没有工作日，未单独成期，并入本期（2026-02-16 至 2026-03-01）"))
        #expect(report.words(under: "说明", .en).contains("In week 8 of 2026 there was no working day"))
    }

    @Test func theEmptyWeekItselfPointsToTheNextIssue() throws {
        let report = ReportDerivation.derive(try ReportFixture.facts("2026-W08", asOf: "2026-02-23"))
        #expect(report.words(under: "说明", .zh).contains("本周没有工作日，不单独成期"))
    }

    /// W48: O-1 reported twice (one zero), O-2 missed Monday and is still open on Friday, O-3 is on leave for a day.
    private func week() throws -> ReportFacts {
        var facts = try ReportFixture.facts("2026-W48", asOf: "2026-11-28")
        facts.tasks.daily = try [
            ReportFixture.daily(1, 1, "2026-11-23", .accepted),
            ReportFixture.daily(2, 1, "2026-11-24", .accepted, zero: true),
            ReportFixture.daily(3, 2, "2026-11-23", .missed), ReportFixture.daily(4, 2, "2026-11-27", .open),
            ReportFixture.daily(5, 3, "2026-11-23", .waived, reason: "leave"),
            ReportFixture.daily(6, 3, "2026-11-24", .accepted), ReportFixture.daily(7, 3, "2026-11-25", .void),
        ]
        return facts
    }

    @Test(arguments: [
        ("days.expected", 5.0), ("days.reported", 3), ("days.zero", 1), ("days.missing", 2), ("days.leave", 1),
        ("officers.expected", 3), ("officers.reported", 2),
    ])
    func completenessCountsOfficerDays(key: String, value: Double) throws {
        #expect(ReportDerivation.derive(try week()).figures[key]?.value == value)
    }

    @Test func ratesAreSharesOfTheDaysExpected() throws {
        let report = ReportDerivation.derive(try week())
        #expect(report.figures["K32.zero"]?.textZh == "20.0%")
        #expect(report.figures["K32.missing"]?.textZh == "40.0%")
        #expect(report.figures["K32.missing"]?.indicator == "K32")
        let rows = report.words(under: "报送情况", .zh)
        #expect(rows.contains("李娜|2|0|0|2|0|2026-11-23, 2026-11-27"))
        #expect(rows.contains("王芳|1|1|0|0|1|"))
    }

    @Test func aDayThatIsNotDueYetIsNotMissing() throws {
        var facts = try week()
        facts.asOf = try #require(Instant(iso8601: "2026-11-27T16:00"))
        #expect(ReportDerivation.derive(facts).figures["days.missing"]?.value == 1)
    }

    @Test func withoutDailyTasksTheRatesDoNotExist() throws {
        let figures = ReportDerivation.derive(try ReportFixture.facts("2026-W48", asOf: "2026-11-28")).figures
        #expect(figures["K32.zero"]?.value == nil)
        #expect(figures["K32.zero"]?.textEn == "—")
        #expect(figures["officers.expected"]?.value == 0)
    }

    @Test func narrativesAreReferencesAndNameTheirUnit() throws {
        var facts = try week()
        facts.tasks.unitTasks = [
            try ReportFixture.unitTask(
                20, 2, "2026-W48", due: "2026-11-27T16:00",
                ObligationStatus(
                    state: .submitted, submittedAt: Instant(iso8601: "2026-11-27T15:00"),
                    narrative: Narrative(blockers: TextStub(id: 900, digest: "x"), help: TextStub(id: 901, digest: "y"))
                )),
            try ReportFixture.unitTask(21, 3, "2026-W48", due: "2026-11-27T16:00", .open),
        ]
        let report = ReportDerivation.derive(facts)
        #expect(report.words(under: "问题、打算和需要支持", .zh) == "新能源专班　存在问题：#900；需要支持：#901")
        #expect(report.words(under: "问题、打算和需要支持", .en).contains("New Energy — Blockers: #900; Help needed: #901"))
        #expect(Set(report.textReferences) == [900, 901])
        #expect(report.words(under: "报送情况", .zh).contains("2026-W48|生物医药专班|周汇总|逾期|2026-11-27 16:00|"))
    }

    @Test func workIsListedByOfficerWithTagsAndAmount() throws {
        var facts = try week()
        facts.lines = try [
            ReportFixture.line(31, 3, "2026-11-24", kind: .call),
            ReportFixture.line(30, 1, "2026-11-25", tags: ["走访", "新能源"], amount: 320_000_000),
            ReportFixture.line(29, 1, "2026-11-23"),
        ]
        facts.sums.own = ["entries.count": 3]
        let work = ReportDerivation.derive(facts).words(under: "本周工作", .zh)
        #expect(
            work.hasPrefix(
                "张伟|2026-11-23|#29|||张伟|2026-11-25|#30|+走访 +新能源|3.2亿元|王芳|2026-11-24|#31||"))
    }

    @Test func linesBeyondTheLimitAreCountedAndSaid() throws {
        var facts = try week()
        facts.lines = [try ReportFixture.line(29, 1, "2026-11-23")]
        facts.sums.own = ["entries.count": 1500]
        #expect(ReportDerivation.derive(facts).words(under: "本周工作", .en).contains("1500 entries in all, 1 listed here"))
    }

    @Test func theAgendaBeginsWithWhatIsOverdueAndJoinsEqualTasks() throws {
        var facts = try week()
        facts.tasks.pending = try [
            ReportFixture.unitTask(40, 1, "2026-11", due: "2026-12-03T17:00", .open),
            ReportFixture.daily(4, 2, "2026-11-27", .open), ReportFixture.daily(41, 3, "2026-11-27", .returned),
        ]
        let agenda = ReportDerivation.derive(facts).words(under: "下周调度清单", .zh)
        #expect(
            agenda == "2026-11-27 17:30|日盘点|2026-11-27|李娜、王芳|逾期|2026-12-03 17:00|月通报|2026-11|巴南区招商局|未提交")
    }

    @Test func aSpecialTaskGoesByTheNameOfItsRuleAndADispatchByItsOwn() throws {
        var facts = try week()
        var plan = try ReportFixture.unitTask(20, 2, "2026-W48", due: "2026-11-27T16:00", .open)
        plan.product = .custom
        var dispatch = try ReportFixture.unitTask(21, 1, "2026-W48", due: "2026-11-27T16:00", .open)
        dispatch.product = .dispatch
        facts.tasks.unitTasks = [plan, dispatch]
        facts.ruleNames = ["R-2": Phrase(zh: "季活动计划", en: "Activity plan")]
        let report = ReportDerivation.derive(facts)
        #expect(report.words(under: "报送情况", .zh).contains("新能源专班|季活动计划|"))
        #expect(report.title.zh == "巴南区招商局周调度（2026年第48周，11月23日–11月29日）")
        #expect(report.title.en == "Banan Bureau: Weekly dispatch, week 48 of 2026 (23 November – 29 November)")
    }
}
