import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

/// Leads of a ledger that was kept before there was a record of them. Today is Wednesday 11 March 2026.
struct LeadHistoryImportTests {
    private static let ledger = """
        线索名称|来源|投资方|投资额（亿元）|行业|来源地|登记日期|状态|承办人|答复日期|结论日期
        已成项目|走访|甲|12|新能源|上海|2025-03-03|已转项目|李娜|2025-03-04|2025年3月6日
        早就没了|来访|乙|1|新能源|上海|2025/4/1|放弃|li|2025-04-02|
        还在对接|热线|丙|2|新能源|上海|2025-12-01|对接中|李娜||
        昨天才来|热线|丁|3|新能源|上海|2026-03-10|已登记|||
        今天才来|热线|戊|3|新能源|上海|2026-03-11|||
        """

    @Test func whatWasDueBeforeTheImportStartsNoClock() async throws {
        let fixture = try await ImportFixture()
        let report = try await fixture.importing("leads", Self.ledger)
        #expect(report.count("create") == 5 && report.problemCount == 0, "\(report.problems)")
        let leads = try await fixture.leads()
        #expect(leads.map(\.lead.state) == [.followed, .declined, .assigned, .registered, .registered])
        #expect(leads.map(\.lead.owner?.number) == [2, 2, 2, nil, nil])
        #expect(leads[0].lead.course.verdict == .follow)
        #expect(leads[0].lead.course.verdictAt?.date.description == "2025-03-06")
        #expect(leads[0].lead.course.firstContactAt?.date.description == "2025-03-04")
        // One working day from 10 March is 11 March 18:00, three are 13 March; from the 11th the 12th and 16th.
        let running = leads.map { lead in
            lead.clocks.map { "\($0.task.occurrence) \($0.task.dueAt.date)" }.sorted()
        }
        #expect(
            running == [
                [], [], [], ["respond 2026-03-11", "verdict 2026-03-13"], ["respond 2026-03-12", "verdict 2026-03-16"],
            ])
    }

    @Test func theOverdueStandInOneListingAndNobodyIsReminded() async throws {
        let fixture = try await ImportFixture()
        let report = try await fixture.importing("leads", Self.ledger)
        // Due on the working day after Monday 1 December 2025, three and ten working days after it.
        #expect(report.notices?.map { "\($0.line) \($0.code)" } == ["4 lapsed"])
        let message = report.notices?.first?.message.zh ?? ""
        for day in ["2025-12-02", "2025-12-04", "2025-12-15"] { #expect(message.contains(day), "\(message)") }
        #expect(try await fixture.leads("lapsed:yes").map(\.lead.id.number) == [3])
        // Four working days on, the ladder has said nothing of the old ones.
        try await fixture.bureau.move(to: "2026-03-11T17:59")
        #expect(try await fixture.bureau.directives().isEmpty)
        let views = try await fixture.leads()
        #expect(views.allSatisfy { $0.clocks.allSatisfy { $0.overdueLevel == 0 } })
    }

    @Test func progressOfAnOldLeadStartsItsClock() async throws {
        let fixture = try await ImportFixture()
        try await fixture.importing("leads", Self.ledger)
        _ = try await fixture.bureau.bureau.noteLead(
            CommandWords(["L-3", "电话联系", "+电话"]), caller: fixture.bureau.caller(BureauFixture.li))
        let clocks = try await fixture.leads()[2].clocks
        // Ten working days after 11 March 2026.
        #expect(clocks.map { "\($0.task.occurrence) \($0.task.dueAt.date)" } == ["progress 2026-03-25"])
    }

    @Test func aKnownLeadKeepsItsState() async throws {
        let fixture = try await ImportFixture()
        try await fixture.importing("leads", Self.ledger)
        let moved = Self.ledger.replacing("对接中", with: "培育").replacing("放弃", with: "储备")
        let report = try await fixture.plan("leads", moved).report
        #expect(report.count("unchanged") == 5)
        #expect(report.notices?.map { "\($0.line) \($0.code)" } == ["3 state_kept", "4 state_kept"])
    }

    @Test(arguments: [
        ("已分派|||", "owner refused"), ("重复|||", "state refused"), ("说不清|||", "state bad_text"),
        ("已登记||2025-02-27|", "responded_on refused"), ("已登记|||2025-03-05", "verdict_on refused"),
        ("放弃|没有此人||", "owner not_found"), ("放弃|||2026-03-12", "verdict_on bad_date"),
        ("放弃||3月5日|", "responded_on bad_date"),
    ])
    func aCourseThatCannotHaveBeenIsRefusedAtItsCell(cells: String, found: String) async throws {
        let fixture = try await ImportFixture()
        let table = """
            线索名称|来源|投资方|登记日期|状态|承办人|答复日期|结论日期
            某线索|热线|甲|2025-03-03|\(cells)
            另一条|热线|甲|2025-03-03|放弃|||
            """
        let report = try await fixture.plan("leads", table).report
        #expect(report.found == ["2 \(found)"])
        #expect(report.count("create") == 1)
        #expect(report.problems.allSatisfy { $0.remedy?.zh.isEmpty == false && $0.column != nil })
    }

    @Test func aDayWithoutAYearIsOfTheYearOfTheLedger() async throws {
        let fixture = try await ImportFixture()
        let table = "线索名称|来源|登记日期\n某线索|热线|3月5日\n另一条|热线|3/6\n第三条|热线|2025-12-31\n"
        let refused = try await fixture.plan("leads", table).report
        #expect(refused.found == ["2 received bad_date", "3 received bad_date"])
        #expect(refused.problems.first?.remedy?.zh.contains("--year 2026") == true)
        try await fixture.importing("leads", table, ["year": ["2026"]])
        let days = try await fixture.leads().map(\.lead.receivedOn.description)
        #expect(days == ["2026-03-05", "2026-03-06", "2025-12-31"])
    }
}
