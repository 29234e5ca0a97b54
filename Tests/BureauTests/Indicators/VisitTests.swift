import Bureau
import Identifiers
import Labels
import Promotion
import ReportModel
import Reporting
import SQLiteStore
import Testing
import WorkCalendar

/// K19 through real lines and reports: visits are counted by enterprise and day.
struct VisitTests {
    private static let zhao = BureauFixture.zhao
    private static let wang = BureauFixture.wang

    /// Two enterprises and a lead of one of them.
    private func fixture() async throws -> BureauFixture {
        let fixture = try await BureauFixture(at: "2026-09-08T09:00", rules: false)
        for name in ["渝新能源有限公司", "巴山医药有限公司"] {
            _ = try await fixture.bureau.addEnterprise(CommandWords([name]), caller: fixture.caller(BureauFixture.li))
        }
        _ = try await fixture.bureau.addLead(
            CommandWords(["某电芯项目", "source:visitOut", "@E-1"]), caller: fixture.caller(BureauFixture.li))
        return fixture
    }

    private func value(_ fixture: BureauFixture, _ key: String, unit: String = "bn", _ period: String = "2026-W37")
        async throws -> Double?
    {
        try await fixture.bureau.previewReport(kind: "week", period: period, caller: fixture.caller(0, unit: unit))
            .figures[key]?.value
    }

    private func explained(_ fixture: BureauFixture, _ key: String, unit: String = "bn", _ period: String = "2026-W37")
        async throws -> [String]
    {
        try await fixture.bureau.explainFigure(
            kind: "week", period: period, key: key, caller: fixture.caller(0, unit: unit)
        ).rows.map { "\($0.id) \($0.amount ?? 1)" }
    }

    @Test func anEnterpriseVisitedOnADayIsOneHoweverManyWentAndWrote() async throws {
        let fixture = try await fixture()
        try await fixture.log("走访渝新能源", "@E-1", "+走访", on: "2026-09-07")
        try await fixture.log("再谈", "@渝新能源有限公司", "+走访", on: "2026-09-07")
        // A lead stands for its enterprise, also for somebody of another unit.
        try await fixture.log("随访", "@L-1", "+走访", by: Self.wang, on: "2026-09-07")
        #expect(try await value(fixture, "K19.out") == 1)
        #expect(try await value(fixture, "K19.out", unit: "bn-ne") == 1)
        #expect(try await value(fixture, "K19.out", unit: "bn-bio") == 1)
        #expect(try await value(fixture, "entries.kind.visitOut") == 3)
        // Another day and another enterprise are others; one line can tell of two.
        try await fixture.log("两家", "@E-1", "@E-2", "+走访", on: "2026-09-08")
        #expect(try await value(fixture, "K19.out") == 3)
        // Who is not named cannot be the same.
        try await fixture.log("走访某厂", "+走访", on: "2026-09-08")
        try await fixture.log("走访某厂", "+走访", on: "2026-09-08")
        #expect(try await value(fixture, "K19.out") == 5)
        // Coming here is something else than going there, and activities are counted themselves.
        try await fixture.log("来访", "@E-1", "+来访", on: "2026-09-08")
        try await fixture.log("推介会", "@E-1", "+活动", on: "2026-09-08")
        try await fixture.log("推介会", "@E-1", "+活动", on: "2026-09-08")
        #expect(try await value(fixture, "K19.in") == 1)
        #expect(try await value(fixture, "K19.out") == 5)
        #expect(try await value(fixture, "K19.events") == 2)
    }

    @Test func theRowsAreThoseThatMadeTheCount() async throws {
        let fixture = try await fixture()
        try await fixture.log("走访渝新能源", "@E-1", "+走访", on: "2026-09-07")
        try await fixture.log("随访", "@L-1", "+走访", by: Self.wang, on: "2026-09-07")
        let first = try await explained(fixture, "K19.out")
        #expect(first.count == 1 && first[0].hasSuffix(" 1"))
        let id = try #require(first[0].split(separator: " ").first.map { String($0) })
        // The other line keeps the count when the first one goes, and nothing is left when both went.
        _ = try await fixture.bureau.withdrawEntries(CommandWords([id]), caller: fixture.caller(BureauFixture.li))
        #expect(try await value(fixture, "K19.out") == 1)
        #expect(try await explained(fixture, "K19.out") == first)
        #expect(try await value(fixture, "K19.out", unit: "bn-ne") == 0)
        #expect(try await explained(fixture, "K19.out", unit: "bn-ne") == ["\(id) 1", "\(id) -1"])
    }

    /// Own, late and corrected figures add up to the cumulative one, each telling only what changed the count.
    @Test func aLateLineIsNewsOnlyWhereItsEnterpriseIs() async throws {
        let fixture = try await fixture()
        try await fixture.log("走访渝新能源", "@E-1", "+走访", on: "2026-09-07")
        try await fixture.log("走访巴山医药", "@E-2", "+走访", on: "2026-09-08")
        try await fixture.move(to: "2026-09-14T09:00")
        let head = try await fixture.caller(BureauFixture.head)
        _ = try await fixture.bureau.freezeReport(kind: "week", period: "2026-W37", caller: head)
        try await fixture.log("补记", "@L-1", "+走访", by: Self.wang, on: "2026-09-07")
        #expect(try await value(fixture, "late.K19.out", "2026-W38") == 0)
        try await fixture.log("补记", "@E-2", "+走访", by: Self.wang, on: "2026-09-09")
        #expect(try await value(fixture, "late.K19.out", "2026-W38") == 1)
        let second = try await fixture.store.read { try $0.entries(EntryFilter(record: "E-2")).map(\.entry.id).min() }
        _ = try await fixture.bureau.withdrawEntries(
            CommandWords([try #require(second).description]), caller: fixture.caller(BureauFixture.li))
        #expect(try await value(fixture, "corrected.K19.out", "2026-W38") == -1)
        #expect(try await value(fixture, "K19.out.cumulative", "2026-W38") == 2)
        let rows = try await explained(fixture, "corrected.K19.out", "2026-W38")
        #expect(rows == ["\(try #require(second)) -1"])
    }

    /// Task forces of one bureau, and officers of one task force: the total is that of the report.
    @Test(arguments: ["unit", "officer"])
    func aMatrixTakesOffWhatWasCountedTwice(dimension: String) async throws {
        let fixture = try await fixture()
        try await fixture.log("走访", "@E-1", "+走访", on: "2026-09-07")
        try await fixture.log("走访", "@E-1", "+走访", by: Self.wang, on: "2026-09-07")
        try await fixture.log("走访", "@E-2", "+走访", by: Self.zhao, on: "2026-09-08")
        let view = try await fixture.bureau.matrix(
            CommandWords(["2026"], options: ["by": [dimension], "step": ["month"], "key": ["K19.out"]]),
            caller: fixture.caller(0, unit: "bn"))
        let table = try #require(view.tables.first)
        #expect(table.sum.total == 2)
        #expect(table.rows.map(\.total).sorted() == [-1, 1, 1, 1])
        #expect(table.rows.first { $0.total < 0 }?.name.zh == "减：重复计数")
    }

    /// A task force has reached what it and its resident team did, once.
    @Test func targetsCountAsReportsDo() async throws {
        let fixture = try await fixture()
        _ = try await fixture.bureau.setTarget(
            CommandWords(["bn-ne", "2026", "K19.out", "10"]), caller: fixture.caller(BureauFixture.head))
        try await fixture.log("走访", "@E-1", "+走访", on: "2026-09-07")
        try await fixture.log("走访", "@E-1", "+走访", by: Self.zhao, on: "2026-09-07")
        let tree = try await fixture.bureau.targetTree(year: "2026", caller: fixture.caller(0, unit: "bn"))
        let reached = tree.trees.flatMap { [$0] + $0.children }.first { $0.unit == UnitID(2) }?.reached
        #expect(reached == 1)
    }
}
