import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Pauses, what becomes of them, and backfills.
struct RulePausingTests {
    private func pause(_ fixture: BureauFixture, _ options: [String: [String]]) async throws {
        var options = options
        options["reason"] = ["搬迁"]
        _ = try await fixture.bureau.pauseRule(CommandWords(["bn.inventory"], options: options), caller: fixture.admin)
    }

    private func resume(_ fixture: BureauFixture, _ policy: String) async throws {
        _ = try await fixture.bureau.resumeRule(
            CommandWords(["bn.inventory"], options: ["policy": [policy]]), caller: fixture.admin)
    }

    @Test func aPausedRuleAsksNothingAndNeitherDoesItsForecast() async throws {
        let fixture = try await BureauFixture()
        try await pause(fixture, [:])
        try await fixture.move(to: "2026-03-05T09:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "open")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == "-")
        let next = try await fixture.bureau.nextTasks(CommandWords(["rule:R-1"]), caller: fixture.admin)
        #expect(next.isEmpty)
    }

    @Test(
        arguments: [
            ("skip", ["waived:pause", "waived:pause", "open"]), ("fill", ["open", "open", "open"]),
            ("latest", ["waived:pause", "open", "open"]),
        ])
    func resumingExplainsEveryPausedPeriod(policy: String, states: [String]) async throws {
        let fixture = try await BureauFixture()
        try await pause(fixture, [:])
        try await fixture.move(to: "2026-03-05T09:00")
        try await resume(fixture, policy)
        var found: [String] = []
        for day in ["2026-03-03", "2026-03-04", "2026-03-05"] {
            found.append(try await fixture.state("R-1", "O-2", day))
        }
        #expect(found == states)
    }

    /// The only paused day is the running one: in the morning it is live again, in the evening it went by.
    @Test(
        arguments: [
            ("12:00", "skip", "open"), ("18:51", "skip", "waived:pause"), ("18:51", "fill", "open"),
            ("18:51", "latest", "open"),
        ])
    func resumingOnTheFirstPausedDayLeavesNoGap(time: String, policy: String, state: String) async throws {
        let fixture = try await BureauFixture()
        try await pause(fixture, [:])
        try await fixture.move(to: "2026-03-03T\(time)")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == "-")
        try await resume(fixture, policy)
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == state)
        try await fixture.move(to: "2026-03-04T09:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-04") == "open")
    }

    @Test func aPauseWithAnEndEndsByItself() async throws {
        let fixture = try await BureauFixture()
        try await pause(fixture, ["from": ["2026-03-03"], "until": ["2026-03-04"]])
        try await fixture.move(to: "2026-03-05T09:00")
        var found: [String] = []
        for day in ["2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"] {
            found.append(try await fixture.state("R-1", "O-2", day))
        }
        #expect(found == ["open", "waived:pause", "waived:pause", "open"])
    }

    /// Resumed in time, the running day is asked for again, whether its tasks were waived by the pause or made waived in it.
    @Test(
        arguments: [
            ["from": ["2026-03-02"]], ["from": ["2026-03-02"], "until": ["2026-03-06"]],
        ])
    func resumingInTimeAsksForTheRunningDayAgain(options: [String: [String]]) async throws {
        let fixture = try await BureauFixture()
        try await fixture.zero()
        try await pause(fixture, options)
        try await resume(fixture, "skip")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "accepted")
        #expect(try await fixture.state("R-1", "O-6", "2026-03-02") == "open")
    }

    @Test func aPauseWithAnEndThatIsResumedAtNoonFreesTheRunningDay() async throws {
        let fixture = try await BureauFixture()
        try await pause(fixture, ["from": ["2026-03-03"], "until": ["2026-03-06"]])
        try await fixture.move(to: "2026-03-04T12:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-04") == "waived:pause")
        try await resume(fixture, "skip")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-03") == "waived:pause")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-04") == "open")
        try await fixture.move(to: "2026-03-05T09:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-05") == "open")
    }

    /// In the evening the running day went by in the pause, and the rule says so.
    @Test func thePauseTakesTheDayInWhoseEveningItEnds() async throws {
        let fixture = try await BureauFixture()
        try await pause(fixture, [:])
        try await fixture.move(to: "2026-03-05T19:00")
        try await resume(fixture, "skip")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-05") == "waived:pause")
        let rule = try await fixture.bureau.showRule("bn.inventory", caller: fixture.admin).rule
        #expect(rule.pauses?.last?.wording == "2026-03-03 → 2026-03-05 skip")
    }

    @Test func aPauseFromTheRunningPeriodWaivesWhatIsOpenInIt() async throws {
        let fixture = try await BureauFixture()
        try await fixture.zero()
        try await pause(fixture, ["from": ["2026-03-02"]])
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "accepted")
        #expect(try await fixture.state("R-1", "O-6", "2026-03-02") == "waived:pause")
    }

    @Test func whatIsOverOrPausedAlreadyIsNotPaused() async throws {
        let fixture = try await BureauFixture()
        #expect(await refusal { try await pause(fixture, ["from": ["2026-02-27"]]) } == .badPeriod)
        #expect(await refusal { try await resume(fixture, "skip") } == .refused)
        try await pause(fixture, [:])
        #expect(await refusal { try await pause(fixture, [:]) } == .conflict)
        #expect(await refusal { try await resume(fixture, "sometimes") } == .usage)
    }

    @Test func aBackfillInsertsWhatIsAbsentAndTouchesNothingElse() async throws {
        let fixture = try await BureauFixture()
        try await fixture.addRule(
            "bn.visit", "level:day", "product:visit", "officers:officer", "due:workday 1 at 18:00", "from:2026-02-02")
        try await fixture.move(to: "2026-03-06T09:00")
        let before = try await fixture.rows("R-4")
        let watermark = try await fixture.store.read { try $0.watermarks()[RuleID(4)] }
        let words = CommandWords(["bn.visit"], options: ["from": ["2026-02-02"], "to": ["2026-03-06"]])
        let dry = try await fixture.bureau.backfillRule(words, caller: fixture.caller(0, dryRun: true))
        #expect(try await fixture.rows("R-4") == before)
        let result = try await fixture.bureau.backfillRule(words, caller: fixture.admin)
        #expect(dry.outcome == result.outcome)
        #expect(result.outcome.id == "BF-1")
        let after = try await fixture.rows("R-4")
        #expect(Set(before).subtracting(after) == [])
        // The working days of 2 to 27 February 2026 by the notice: 19 Mondays to Fridays without five days off of the
        // Spring Festival (16, 17, 18, 19, 20, 23), with the two make-up Saturdays 14 and 28; and today's are there.
        #expect(after.count > before.count)
        #expect(try await fixture.store.read { try $0.watermarks()[RuleID(4)] } == watermark)
        // Nobody is told of them.
        let silent = try await fixture.store.read { try $0.silentTasks() }
        #expect(
            silent.count == after.filter { $0.contains("state: Cadence.ObligationStatus.State.open") }.count
                - before.count)
        let again = try await fixture.bureau.backfillRule(words, caller: fixture.admin)
        #expect(again.outcome.changed.first?.to == "0")
    }

    @Test func aBackfillStaysWithinWhatTheRuleHasGoneThrough() async throws {
        let fixture = try await BureauFixture()
        let code = await refusal {
            _ = try await fixture.bureau.backfillRule(
                CommandWords(["bn.inventory"], options: ["from": ["2026-03-02"], "to": ["2026-03-09"]]),
                caller: fixture.admin)
        }
        #expect(code == .badPeriod)
    }

    @Test func aChangeOfLevelLeavesNoDayToBoth() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.editRule(
            CommandWords(["bn.inventory", "level:week", "due:workday -1 at 16:00"]), caller: fixture.admin)
        try await fixture.move(to: "2026-03-20T09:00")
        let tasks = try await fixture.store.read { try $0.tasks(TaskFilter()) }
        let old = tasks.filter { $0.source == "R-1" && $0.subject == .officer(OfficerID(2)) }.flatMap {
            Array($0.period.days.lowerBound.ordinal...$0.period.days.upperBound.ordinal)
        }
        let new = tasks.filter { $0.source == "R-4" && $0.subject == .officer(OfficerID(2)) }.flatMap {
            Array($0.period.days.lowerBound.ordinal...$0.period.days.upperBound.ordinal)
        }
        #expect(!old.isEmpty)
        #expect(!new.isEmpty)
        #expect(Set(old).isDisjoint(with: new))
    }
}

extension BureauFixture {
    fileprivate func rows(_ source: String) async throws -> [String] {
        try await store.read { try $0.tasks(TaskFilter(source: source, byDue: false)).map { "\($0)" } }
    }
}
