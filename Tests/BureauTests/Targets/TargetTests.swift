import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

@testable import Bureau

struct TargetTests {
    @Test func whatIsNotGivenIsSplitEvenlyByLargestRemainder() throws {
        let draft = try TargetDraft(annual: "1202", parts: ["q1": "300", "m4": "90"], indicator: "entries.count")
        let target = try draft.target(UnitID(2), 2026, "entries.count")
        // 902 over three quarters: 301, 301, 300. 300 over three months; 301 − 90 = 211 over two; 301; 300.
        #expect(target.quarters == [300, 301, 301, 300])
        #expect(target.months == [100, 100, 100, 90, 106, 105, 101, 100, 100, 100, 100, 100])
    }

    @Test func threeGivenMonthsMakeTheirQuarter() throws {
        let draft = try TargetDraft(
            annual: "100", parts: ["m1": "10", "m2": "20", "m3": "40"], indicator: "K19.out")
        let target = try draft.target(UnitID(2), 2026, "K19.out")
        #expect(target.quarters == [70, 10, 10, 10])
        #expect(target.months.reduce(0, +) == 100)
    }

    @Test(
        arguments: [
            (["q1": "1", "q2": "2", "q3": "3", "q4": "4"], 90), (["q1": "60", "q2": "60"], -20),
            (["q1": "30", "m1": "40"], -10),
        ] as [([String: String], Int64)])
    func partsThatDoNotAddUpAreRefusedWithTheDifference(parts: [String: String], difference: Int64) throws {
        let error = #expect(throws: ZhaoshangError.self) {
            try TargetDraft(annual: "100", parts: parts, indicator: "K19.out").target(UnitID(2), 2026, "K19.out")
        }
        #expect(error?.details["difference"] == .number(difference))
    }

    @Test func amountsAreReadAsMoney() throws {
        let draft = try TargetDraft(annual: "12亿", parts: [:], indicator: "entries.amount")
        #expect(try draft.target(UnitID(2), 2026, "entries.amount").months == Array(repeating: 100_000_000, count: 12))
    }

    @Test(arguments: ["-5", "12亿", "1.5", ""])
    func aCountIsAWholeNumber(text: String) {
        #expect(throws: ZhaoshangError.self) { try TargetDraft(annual: text, parts: [:], indicator: "entries.count") }
    }

    @Test func theTreeShowsWhatWasReached() async throws {
        let fixture = try await IssueFixture(at: "2026-02-01T09:00")
        _ = try await fixture.bureau.setTarget(
            CommandWords(["bn", "2026", "entries.count", "1200"]), caller: fixture.head)
        _ = try await fixture.bureau.setTarget(
            CommandWords(["bn-ne", "2026", "entries.count", "60", "q1:30"]), caller: fixture.head)
        try fixture.move(to: "2026-02-03T10:00")
        try await fixture.log("会谈 记录", on: "2026-02-03")
        let (year, trees) = try await fixture.bureau.targetTree(caller: fixture.head)
        #expect(year == 2026)
        let root = try #require(trees.first)
        #expect(root.target?.quarters == [300, 300, 300, 300])
        #expect(root.reached == 1)
        let child = try #require(root.children.first)
        #expect(child.target?.quarters == [30, 10, 10, 10])
        #expect(child.completion == Ratio(numerator: 1, denominator: 60))
        #expect(child.reachedByMonth?[1] == 1)
    }

    @Test(arguments: ["K14.completion", "entries.count.cumulative", "nonsense"])
    func onlyWhatAddsUpCanBeATarget(indicator: String) async throws {
        let fixture = try await IssueFixture()
        let error = await #expect(throws: ZhaoshangError.self) {
            try await fixture.bureau.setTarget(CommandWords(["U-1", "2026", indicator, "5"]), caller: fixture.head)
        }
        #expect(error?.code == .refused)
    }
}
