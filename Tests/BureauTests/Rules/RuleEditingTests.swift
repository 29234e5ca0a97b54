import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Rules by command: their beginning, their revisions and their end.
struct RuleEditingTests {
    @Test func aRuleBeginsWithTheFirstPeriodThatIsNotDue() async throws {
        let fixture = try await BureauFixture(at: "2026-03-06T18:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-06") == "-")
        #expect(try await fixture.state("R-2", "U-2", "2026-W10") == "-")
        #expect(try await fixture.state("R-3", "U-2", "2026-03") == "-")
        try await fixture.move(to: "2026-03-09T08:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-09") == "open")
        #expect(try await fixture.state("R-2", "U-2", "2026-W11") == "open")
    }

    @Test func anEditHoldsFromTheNextPeriodOn() async throws {
        let fixture = try await BureauFixture()
        let edited = try await fixture.bureau.editRule(
            CommandWords(["bn.consolidation", "due:weekday Thu at 10:00"]), caller: fixture.admin)
        #expect(edited.outcome.changed.contains(Change("from", to: "2026-W11")))
        try await fixture.move(to: "2026-03-09T08:00")
        #expect(try await fixture.dueAt("R-2", "U-2", "2026-W10") == "2026-03-06T16:00:00+08:00")
        #expect(try await fixture.dueAt("R-2", "U-2", "2026-W11") == "2026-03-12T10:00:00+08:00")
        #expect(try await fixture.task("R-2", "U-2", "2026-W11")?.ruleRevision == 2)
    }

    @Test func anEditBeforeItsTimeIsReplacedByTheNext() async throws {
        let fixture = try await BureauFixture()
        for time in ["10:00", "11:00"] {
            _ = try await fixture.bureau.editRule(
                CommandWords(["R-2", "due:weekday Thu at " + time]), caller: fixture.admin)
        }
        let rule = try await fixture.bureau.showRule("R-2", caller: fixture.admin).rule
        #expect(rule.revisions.map(\.number) == [1, 3])
        #expect(rule.revisions.map(\.from.key) == ["2026-W10", "2026-W11"])
    }

    @Test func aRuleThatHasNotBegunKeepsItsBeginningWhenEdited() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await fixture.addRule("later", "level:month", "due:workday -1 at 16:00", "from:2026-09")
        _ = try await fixture.bureau.editRule(
            CommandWords(["later", "due:workday -2 at 16:00"]), caller: fixture.admin)
        let rule = try await fixture.bureau.showRule("later", caller: fixture.admin).rule
        #expect(rule.start?.key == "2026-09")
    }

    @Test func thisPeriodMovesOpenTasksOnlyAndKeepsTheirHistory() async throws {
        let fixture = try await BureauFixture()
        try await fixture.handInMonday()
        try await fixture.move(to: "2026-03-02T18:00")
        try await fixture.zero(by: BureauFixture.wang)
        try await fixture.submitWeek()
        let moved = try await fixture.bureau.editRule(
            CommandWords(["R-2", "due:weekday Thu at 10:00"], options: ["this-period": ["true"]]),
            caller: fixture.admin)
        #expect(moved.outcome.changed.count == 2)
        #expect(try await fixture.dueAt("R-2", "U-2", "2026-W10") == "2026-03-06T16:00:00+08:00")
        #expect(try await fixture.dueAt("R-2", "U-3", "2026-W10") == "2026-03-05T10:00:00+08:00")
        let task = try #require(try await fixture.task("R-2", "U-3", "2026-W10"))
        let history = try await fixture.store.read { reading in
            try reading.dueHistory(task.id).map { "\($0.from) \($0.to) \($0.cause)" }
        }
        #expect(history == ["2026-03-06T16:00:00+08:00 2026-03-05T10:00:00+08:00 rule edit"])
        // What is foretold is when it is due now, and nobody is asked twice for one week.
        let next = try await fixture.bureau.nextTasks(CommandWords(["rule:R-2", "limit:3"]), caller: fixture.admin)
            .map { "\($0.forecast.subject) \($0.forecast.period.key) \($0.forecast.dueAt.iso8601)" }
        #expect(
            next == [
                "U-1 2026-W10 2026-03-05T10:00:00+08:00", "U-3 2026-W10 2026-03-05T10:00:00+08:00",
                "U-1 2026-W11 2026-03-13T16:00:00+08:00",
            ])
        try await fixture.move(to: "2026-03-09T08:00")
        #expect(try await fixture.dueAt("R-2", "U-3", "2026-W11") == "2026-03-13T16:00:00+08:00")
    }

    @Test(
        arguments: [
            ("R-1", "level:week", "workday -1 at 16:00"), ("R-2", "level:month", "workday -1 at 16:00"),
            ("R-2", "level:day", "workday 1 at 17:30"), ("R-3", "level:week", "workday -1 at 16:00"),
            ("R-3", "level:quarter", "workday -1 at 16:00"),
        ])
    func aChangeOfLevelLeavesNoDayToBoth(rule: String, level: String, due: String) async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-04T10:00")
        let result = try await fixture.bureau.editRule(
            CommandWords([rule, level, "due:" + due]), caller: fixture.admin)
        let old = try await fixture.bureau.showRule(rule, caller: fixture.admin).rule
        let new = try await fixture.bureau.showRule(result.outcome.id ?? "", caller: fixture.admin).rule
        let last = try #require(old.until)
        let first = try #require(new.start)
        #expect(last.lastDay < first.firstDay)
        #expect(first.previous.firstDay <= last.lastDay, "and it begins as soon as it can")
        #expect(old.id != new.id)
    }

    @Test func anEndedRuleAsksNoMore() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.endRule(CommandWords(["bn.inventory"]), caller: fixture.admin)
        _ = try await fixture.bureau.endRule(
            CommandWords(["R-2"], options: ["until": ["2026-W11"]]), caller: fixture.admin)
        try await fixture.move(to: "2026-03-18T08:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == "-")
        #expect(try await fixture.state("R-2", "U-2", "2026-W11") == "open")
        #expect(try await fixture.state("R-2", "U-2", "2026-W12") == "-")
    }

    @Test(
        arguments: [
            (["x"], ErrorCode.incomplete), (["x", "level:week", "due:workday 0 at 16:00"], .badRule),
            (["x", "level:week", "due:sometime"], .badRule), (["x", "level:era", "due:last at 16:00"], .usage),
            (["x", "level:week", "due:last at 16:00", "wait:perhaps"], .badRule),
            (["x", "level:week", "due:last at 16:00", "officers:wizard"], .badRule),
            (["bn.report", "level:week", "due:last at 16:00"], .conflict),
        ])
    func aWrongRuleIsRefused(words: [String], code: ErrorCode) async throws {
        let fixture = try await BureauFixture()
        let found = await refusal {
            _ = try await fixture.bureau.addRule(CommandWords(words + ["scope:U-1"]), caller: fixture.admin)
        }
        #expect(found == code)
    }

    @Test func rulesAreTheAdministratorsOnly() async throws {
        let fixture = try await BureauFixture()
        let code = await refusal {
            _ = try await fixture.bureau.endRule(CommandWords(["R-1"]), caller: fixture.caller(BureauFixture.head))
        }
        #expect(code == .forbidden)
    }
}

extension BureauFixture {
    func dueAt(_ source: String, _ subject: String, _ occurrence: String) async throws -> String? {
        try await task(source, subject, occurrence)?.dueAt.iso8601
    }
}
