import Cadence
import Identifiers
import Labels
import Testing
import WorkCalendar

struct RuleTests {
    @Test func theRevisionOfAPeriodIsTheLastThatHasBegun() throws {
        var rule = try Rule.consolidation(from: "2026-W10")
        let due = try #require(DueRule("weekday Thu at 10:00"))
        rule.revisions.append(RuleRevision(number: 2, from: try period("2026-W12"), due: due))
        rule.until = try period("2026-W20")
        let numbers = try ["2026-W09", "2026-W10", "2026-W11", "2026-W12", "2026-W20", "2026-W21"].map {
            rule.revision(in: try period($0))?.number
        }
        #expect(numbers == [nil, 1, 1, 2, 2, nil])
    }

    @Test func thePeriodAfterTheWatermarkFollowsOrIsTheFirst() throws {
        var rule = try Rule.consolidation(from: "2026-W10")
        rule.until = try period("2026-W11")
        #expect(try rule.nextPeriod(after: nil) == period("2026-W10"))
        #expect(try rule.nextPeriod(after: period("2026-W01")) == period("2026-W10"))
        #expect(try rule.nextPeriod(after: period("2026-W10")) == period("2026-W11"))
        #expect(try rule.nextPeriod(after: period("2026-W11")) == nil)
    }

    /// A new rule does not begin with work that is due already.
    @Test(
        arguments: [
            (PeriodKind.week, "workday -1 at 16:00", "2026-03-04T09:00", "2026-W10"),
            (.week, "workday -1 at 16:00", "2026-03-06T16:00", "2026-W11"),
            (.day, "workday 1 at 17:30", "2026-03-06T17:29", "2026-03-06"),
            (.month, "workday 1 at 09:00", "2026-03-04T09:00", "2026-04"),
            (.month, "after-end workday 3 at 17:30", "2026-03-04T09:00", "2026-03"),
            // The empty week of Spring Festival is waived, and that is the first thing to say.
            (.week, "workday -1 at 16:00", "2026-02-18T09:00", "2026-W08"),
            (.year, "workday 10 at 17:30", "2026-03-04T09:00", "2027"),
        ])
    func aNewRuleBeginsWithTheFirstPeriodThatIsNotDue(level: PeriodKind, due: String, now: String, first: String)
        throws
    {
        let rule = try #require(DueRule(due))
        let found = try Rule.firstPeriod(level, due: rule, now: instant(now), calendar: StatutoryCalendar.load())
        #expect(try found == period(first))
    }

    @Test(arguments: ["all", "min 0", "min 3", "min 120", "deadline"])
    func aWaitPolicyReadsAndWritesTheSameWords(text: String) throws {
        #expect(WaitPolicy(text)?.description == text)
    }

    @Test(arguments: ["", "min", "min x", "min -1", "min 3 4", "all 3", "ALL", "deadline 1", "never", "min 3.5"])
    func otherWordsAreNoWaitPolicy(text: String) {
        #expect(WaitPolicy(text) == nil)
    }

    @Test func anExplanationNamesEverythingItRestsOn() throws {
        let rule = try Rule.consolidation(from: "2026-W08")
        let revision = try #require(rule.revisions.first)
        var explanation = DueExplanation(
            rule: rule, revision: revision, period: try period("2026-W09"), calendarRevision: 21,
            at: try instant("2026-02-28T16:00"), provisional: false)
        #expect(
            explanation.phrase.en
                == "R-2 revision 1 · 2026-W09 · workday -1 at 16:00 → 2026-02-28 (Sat) 16:00 · calendar revision 21")
        #expect(
            explanation.phrase.zh
                == "R-2 第1版 · 2026-W09 · workday -1 at 16:00 → 2026-02-28（周六）16:00 · 日历第21版")
        explanation.provisional = true
        #expect(explanation.phrase.en.contains("provisional"))
        #expect(explanation.phrase.zh.contains("暂定"))
    }
}
