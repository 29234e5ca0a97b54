import Bureau
import Labels
import Promotion
import ReportModel
import Testing
import WorkCalendar

/// The daily inventory of a unit: what is due.
struct DayReportTests {
    /// Due dates and states of the rows about L-1, in order.
    private func due(_ fixture: BureauFixture, on day: String) async throws -> [String] {
        let report = try await fixture.bureau.previewReport(
            kind: "day", period: day, caller: fixture.caller(0, unit: "bn-ne"))
        let blocks = report.sections.first { $0.heading.zh == "今明到期和逾期" }?.blocks ?? []
        return blocks.flatMap { block -> [[Text]] in
            if case .table(let table) = block { return table.rows }
            return []
        }.map { $0.map(Self.plain) }.filter { $0[1].contains("L-1") }.map { "\($0[0]) \($0[4])" }
    }

    private static func plain(_ text: Text) -> String {
        switch text {
        case .phrase(let phrase): phrase.zh
        case .figure(let key): "{\(key)}"
        case .number(let number): "\(number)"
        case .reference(let reference): "#\(reference.id)"
        case .sequence(let parts): parts.map(plain).joined()
        }
    }

    /// Received on Monday 2 March: to be answered by Tuesday, judged by Thursday, both at 18:00. A day names what is due on
    /// it, on the next, and what is overdue; a Friday does not look beyond Saturday.
    @Test func aDayNamesWhatIsDueTodayAndTomorrowAndWhatIsOverdue() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.addLead(
            CommandWords(["某项目", "source:hotline", "@甲"]), caller: fixture.caller(BureauFixture.li))
        let (answer, verdict) = ("2026-03-03 18:00", "2026-03-05 18:00")
        #expect(try await due(fixture, on: "2026-03-02") == ["\(answer) 未提交"])
        try await fixture.pass(to: "2026-03-03T09:00")
        #expect(try await due(fixture, on: "2026-03-03") == ["\(answer) 未提交"])
        try await fixture.pass(to: "2026-03-04T09:00")
        #expect(try await due(fixture, on: "2026-03-04") == ["\(answer) 逾期", "\(verdict) 未提交"])
        // Seen from Wednesday, Monday's report is still Monday's: Tuesday's limit was due on the next day.
        #expect(try await due(fixture, on: "2026-03-02") == ["\(answer) 未提交"])
        _ = try await fixture.bureau.noteLead(
            CommandWords(["L-1", "电话联系", "+电话"]), caller: fixture.caller(BureauFixture.li))
        #expect(try await due(fixture, on: "2026-03-04") == ["\(verdict) 未提交"])
        try await fixture.pass(to: "2026-03-06T09:00")
        #expect(try await due(fixture, on: "2026-03-06") == ["\(verdict) 逾期"])
    }
}
