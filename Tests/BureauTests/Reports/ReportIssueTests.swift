import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import SQLiteStore
import Testing
import WorkCalendar

struct ReportIssueTests {
    /// September with two entries, frozen on 3 October.
    private func frozenSeptember() async throws -> IssueFixture {
        let fixture = try await IssueFixture()
        try fixture.move(to: "2026-09-16T10:00")
        try await fixture.log("走访 渝新能源 厂区", "+走访", "amount:3.2亿", on: "2026-09-15")
        try await fixture.log("电话 联系", on: "2026-09-16")
        try fixture.move(to: "2026-10-03T17:00")
        _ = try await fixture.bureau.freezeReport(kind: "month", period: "2026-09", caller: fixture.head)
        return fixture
    }

    @Test func aFrozenReportIsShownAndVerified() async throws {
        let fixture = try await frozenSeptember()
        let report = try await fixture.bureau.showReport(kind: "month", period: "2026-09", caller: fixture.head)
        #expect(report.state == .frozen)
        #expect(report.figures["entries.count"]?.value == 2)
        #expect(report.figures["entries.amount"]?.textZh == "3.2亿元")
        let answer = try await fixture.bureau.verifyReport(kind: "month", period: "2026-09", caller: fixture.head)
        #expect(answer.ok && answer.recomputed)
        #expect(answer.hash == report.hash)
    }

    @Test func whatHappensLaterDoesNotChangeItAndShowsInTheNext() async throws {
        let fixture = try await frozenSeptember()
        let before = try await fixture.bureau.showReport(kind: "month", period: "2026-09", caller: fixture.head)
        try fixture.move(to: "2026-10-08T10:00")
        try await fixture.log("补记 一次 会谈", on: "2026-09-20")
        _ = try await fixture.bureau.editEntry(
            CommandWords(["J-1", "amount:4亿"]), caller: fixture.caller(IssueFixture.officer))
        let after = try await fixture.bureau.showReport(kind: "month", period: "2026-09", caller: fixture.head)
        #expect(after == before)
        try fixture.move(to: "2026-11-03T17:00")
        _ = try await fixture.bureau.freezeReport(kind: "month", period: "2026-10", caller: fixture.head)
        let october = try await fixture.bureau.showReport(kind: "month", period: "2026-10", caller: fixture.head)
        #expect(october.figures["entries.count"]?.value == 0)
        #expect(october.figures["late.entries.count"]?.value == 1)
        #expect(october.figures["corrected.entries.amount"]?.value == 80_000_000)
        #expect(october.figures["entries.count.cumulative"]?.value == 3)
        #expect(october.figures["entries.count"]?.previous == 2)
        for period in ["2026-09", "2026-10"] {
            let answer = try await fixture.bureau.verifyReport(kind: "month", period: period, caller: fixture.head)
            #expect(answer.ok && answer.recomputed, "\(period): \(answer)")
        }
    }

    @Test func eachIssueContinuesTheHashOfTheOneBefore() async throws {
        let fixture = try await frozenSeptember()
        try fixture.move(to: "2026-11-03T17:00")
        _ = try await fixture.bureau.freezeReport(kind: "month", period: "2026-10", caller: fixture.head)
        let september = try await fixture.bureau.showReport(kind: "month", period: "2026-09", caller: fixture.head)
        let october = try await fixture.bureau.showReport(kind: "month", period: "2026-10", caller: fixture.head)
        #expect(september.hash != nil)
        #expect(october.previousHash == september.hash)
    }

    @Test func aReissueNeedsAReasonAndReplacesTheIssue() async throws {
        let fixture = try await frozenSeptember()
        try await fixture.log("补记", on: "2026-09-20")
        await #expect(throws: ZhaoshangError.self) {
            try await fixture.bureau.reissueReport(kind: "month", period: "2026-09", reason: nil, caller: fixture.head)
        }
        let first = try await fixture.bureau.showReport(kind: "month", period: "2026-09", caller: fixture.head)
        _ = try await fixture.bureau.reissueReport(
            kind: "month", period: "2026-09", reason: "漏计", caller: fixture.head)
        let second = try await fixture.bureau.showReport(kind: "month", period: "2026-09", caller: fixture.head)
        #expect(second.version == 2)
        #expect(second.previousHash == first.hash)
        #expect(second.figures["entries.count"]?.value == 3)
        let answer = try await fixture.bureau.verifyReport(kind: "month", period: "2026-09", caller: fixture.head)
        #expect(answer.ok && answer.recomputed && answer.version == 2)
    }

    @Test(arguments: [
        ("2026-09", ErrorCode.conflict), ("2026-11", .refused),
    ])
    func whatIsFrozenOrHasNotBegunIsRefused(period: String, code: ErrorCode) async throws {
        let fixture = try await frozenSeptember()
        let error = await #expect(throws: ZhaoshangError.self) {
            try await fixture.bureau.freezeReport(kind: "month", period: period, caller: fixture.head)
        }
        #expect(error?.code == code)
        #expect(error?.hint != nil)
    }

    @Test func anOfficerMayNotFreeze() async throws {
        let fixture = try await IssueFixture()
        let error = await #expect(throws: ZhaoshangError.self) {
            try await fixture.bureau.freezeReport(
                kind: "month", period: "2026-09", caller: fixture.caller(IssueFixture.officer))
        }
        #expect(error?.code == .forbidden)
    }

    @Test func everyCountAndAmountIsExplainedByRowsThatAddUp() async throws {
        let fixture = try await frozenSeptember()
        try fixture.move(to: "2026-10-08T10:00")
        try await fixture.log("补记", "+走访", on: "2026-09-20")
        try await fixture.log("十月", "+走访", "amount:5000万", on: "2026-10-08")
        try fixture.move(to: "2026-11-03T17:00")
        _ = try await fixture.bureau.freezeReport(kind: "month", period: "2026-10", caller: fixture.head)
        try await fixture.log("再补记", on: "2026-10-09")
        for period in ["2026-09", "2026-10", "2026-11"] {
            let report = try await fixture.bureau.showReport(kind: "month", period: period, caller: fixture.head)
            for (key, figure) in report.figures where figure.unit == .count || figure.unit == .yuan {
                let explained = try await fixture.bureau.explainFigure(
                    kind: "month", period: period, key: key, caller: fixture.head)
                let sum = explained.rows.reduce(0) { $0 + Double($1.amount ?? 1) }
                #expect(sum == figure.value, "\(period) \(key)")
            }
        }
    }

    @Test func wordsOfPeopleAreShownAndNotStored() async throws {
        let fixture = try await IssueFixture()
        try fixture.move(to: "2026-09-15T10:00")
        try await fixture.log("走访 渝新能源 厂区", on: "2026-09-15")
        let report = try await fixture.bureau.showReport(kind: "week", period: "2026-W38", caller: fixture.head)
        let ids = report.textReferences
        #expect(!ids.isEmpty)
        var shown: [String] = []
        _ = report.mapText { reference in
            shown.append(reference.resolved ?? "")
            return reference
        }
        #expect(shown.contains { $0.contains("渝新能源") })
        _ = try await fixture.bureau.freezeReport(kind: "week", period: "2026-W38", caller: fixture.head)
        let model = try await fixture.store.read { reading in
            try reading.frozenReports(kind: .week, units: nil, limit: nil).first?.fact.model
        }
        #expect(try #require(model).contains("渝新能源") == false)
    }

    @Test(arguments: ["day", "week", "month", "quarter", "year"])
    func everyKindIsFrozenAndVerified(kind: String) async throws {
        let fixture = try await IssueFixture()
        try fixture.move(to: "2026-09-15T10:00")
        try await fixture.log("走访 厂区", "+走访", on: "2026-09-15")
        _ = try await fixture.bureau.setTarget(
            CommandWords(["U-1", "2026", "entries.count", "1200"]), caller: fixture.head)
        let period = "2026-09-15"
        _ = try await fixture.bureau.freezeReport(kind: kind, period: period, caller: fixture.head)
        try await fixture.log("又一次", on: "2026-09-15")
        let answer = try await fixture.bureau.verifyReport(kind: kind, period: period, caller: fixture.head)
        #expect(answer.ok && answer.recomputed)
        let listed = try await fixture.bureau.listReports(kind: nil, limit: nil, caller: fixture.head)
        #expect(listed.count == 1)
    }

    @Test func twoPeriodsStandSideBySide() async throws {
        let fixture = try await frozenSeptember()
        let found = try await fixture.bureau.diffReports(kind: "month", "2026-08", "2026-09", caller: fixture.head)
        let entries = try #require(found.figures.first { $0.key == "entries.count" })
        #expect(entries.change == 2)
    }
}
