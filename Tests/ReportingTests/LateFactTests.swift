import Identifiers
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

@testable import Reporting

struct LateFactTests {
    /// October's issue (seq 200) after September's (seq 100) and August's (seq 50).
    private func october(_ learnt: [LearntFact]) throws -> Report {
        var facts = try ReportFixture.facts("2026-10", asOf: "2026-11-03", seq: 200)
        facts.issues = [try ReportFixture.issue("2026-09", seq: 100), try ReportFixture.issue("2026-08", seq: 50)]
        facts.learntLater = learnt
        return ReportDerivation.derive(facts)
    }

    @Test func anEntryLoggedAfterItsIssueIsLateInTheNext() throws {
        let report = try october([
            ReportFixture.learnt(7, "2026-09-15", "entries.count", 1, seq: 130),
            ReportFixture.learnt(7, "2026-09-15", "entries.amount", 50_000_000, seq: 130),
        ])
        #expect(report.figures["late.entries.count"]?.value == 1)
        #expect(report.figures["late.entries.amount"]?.textZh == "5000万元")
        #expect(report.figures["corrected.entries.count"]?.value == 0)
        let rows = report.words(under: "补报和更正", .zh)
        #expect(rows.contains("补报|2026-09-15|张伟|J-7|#7|日志所载金额 5000万元；日志条数 1|130"))
    }

    @Test func anEditOfAKnownEntryIsACorrectionFromOldToNew() throws {
        let report = try october([
            ReportFixture.learnt(3, "2026-09-10", "entries.amount", -100_000_000, seq: 150, first: 40),
            ReportFixture.learnt(3, "2026-09-10", "entries.amount", 150_000_000, seq: 150, first: 40),
        ])
        #expect(report.figures["late.entries.amount"]?.value == 0)
        #expect(report.figures["corrected.entries.amount"]?.value == 50_000_000)
        let rows = report.words(under: "补报和更正", .zh)
        #expect(rows.contains("更正|2026-09-10|张伟|J-3|#3|日志所载金额 1亿元 → 1.5亿元|150"))
    }

    @Test func aWithdrawnEntryIsCorrectedToNothing() throws {
        let report = try october([
            ReportFixture.learnt(3, "2026-08-10", "entries.count", -1, seq: 150, first: 40)
        ])
        #expect(report.figures["corrected.entries.count"]?.value == -1)
        #expect(report.words(under: "补报和更正", .en).contains("corrected|2026-08-10|Zhang Wei|J-3|#3|Log entries 1 → 0"))
    }

    /// An entry that was logged late and edited before the issue is late with what it says now.
    @Test func anEditOfALateEntryIsLate() throws {
        let report = try october([
            ReportFixture.learnt(7, "2026-09-15", "entries.amount", 10, seq: 120, first: 120),
            ReportFixture.learnt(7, "2026-09-15", "entries.amount", -10, seq: 140, first: 120),
            ReportFixture.learnt(7, "2026-09-15", "entries.amount", 30, seq: 140, first: 120),
        ])
        #expect(report.figures["late.entries.amount"]?.value == 30)
        #expect(report.figures["corrected.entries.amount"]?.value == 0)
    }

    @Test func whatAnEarlierIssueShowedAsLateIsNotLateAgain() throws {
        let report = try october([
            ReportFixture.learnt(7, "2026-08-15", "entries.count", 1, seq: 90),
            ReportFixture.learnt(8, "2026-08-15", "entries.count", 1, seq: 110),
        ])
        #expect(report.figures["late.entries.count"]?.value == 1)
        #expect(report.figures["corrected.entries.count"]?.value == 0)
    }

    @Test func factsOfThePeriodItselfAreNeverLate() throws {
        let report = try october([ReportFixture.learnt(7, "2026-10-02", "entries.count", 1, seq: 130)])
        #expect(report.figures["late.entries.count"]?.value == 0)
    }

    @Test func factsOfLastYearStandApart() throws {
        let report = try october([ReportFixture.learnt(7, "2025-12-30", "entries.count", 1, seq: 130)])
        #expect(report.figures["late.entries.count"]?.value == 0)
        #expect(report.figures["lastYear.late.entries.count"]?.value == 1)
    }

    @Test func aPeriodWithoutAnIssueWaitsForItsOwn() throws {
        var facts = try ReportFixture.facts("2026-10", asOf: "2026-11-03", seq: 200)
        facts.issues = [try ReportFixture.issue("2026-08", seq: 50)]
        facts.learntLater = [try ReportFixture.learnt(7, "2026-09-15", "entries.count", 1, seq: 130)]
        let report = ReportDerivation.derive(facts)
        #expect(report.figures["late.entries.count"]?.value == 0)
        #expect(report.words(under: "补报和更正", .zh).contains("另有 1 项事实属于尚未冻结的以前各期"))
    }

    @Test func withoutAnEarlierIssueNothingIsLate() throws {
        var facts = try ReportFixture.facts("2026-10", asOf: "2026-11-03", seq: 200)
        facts.learntLater = [try ReportFixture.learnt(7, "2026-09-15", "entries.count", 1, seq: 130)]
        #expect(ReportDerivation.derive(facts).figures["late.entries.count"]?.value == 0)
    }

    @Test(arguments: ["late.K19.out", "late.entries.kind.visitOut", "corrected.entries.count", "late.entries.count"])
    func theRowsBehindALateFigureAddUpToIt(key: String) throws {
        var facts = try ReportFixture.facts("2026-10", asOf: "2026-11-03", seq: 200)
        facts.issues = [try ReportFixture.issue("2026-09", seq: 100)]
        facts.learntLater = try [
            ReportFixture.learnt(7, "2026-09-15", "entries.count", 1, seq: 130),
            ReportFixture.learnt(7, "2026-09-15", "entries.kind.visitOut", 1, seq: 130),
            ReportFixture.learnt(7, "2026-09-15", "K19.out", 1, seq: 130),
            ReportFixture.learnt(3, "2026-09-10", "entries.count", -1, seq: 150, first: 40),
        ]
        let rows = ReportDerivation.lateFacts(facts, key: key)
        #expect(!rows.isEmpty)
        let sum = rows.reduce(0) { $0 + Double($1.posting.value) }
        #expect(ReportDerivation.derive(facts).figures[key]?.value == sum)
    }
}
