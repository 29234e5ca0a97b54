import Cadence
import Identifiers
import Promotion
import Testing
import WorkCalendar

@testable import Bureau
@testable import SQLiteStore

/// What SQLite would do: no scan of a whole table, and no sorting where an index gives the order.
struct QueryPlanTests {
    private static let now = Instant(milliseconds: 1_790_000_000_000)

    @Test(arguments: [
        TaskFilter(states: [.open], limit: 20),
        TaskFilter(states: [.open, .returned], limit: 20),
        TaskFilter(states: [.open, .returned], dueBefore: now, limit: 20),
        TaskFilter(limit: 20),
        TaskFilter(limit: 20, keepsLatest: true),
        TaskFilter(units: [UnitID(1), UnitID(2)], limit: 20, keepsLatest: true),
        TaskFilter(units: [UnitID(1), UnitID(2)], states: [.open, .returned], limit: 20),
        TaskFilter(subjects: [.officer(OfficerID(1)), .unit(UnitID(1))], states: [.open, .returned]),
        TaskFilter(units: [UnitID(1)], states: [.open], product: .report, dueFrom: now),
    ])
    func listOfTasksComesOutOfItsIndexInOrder(filter: TaskFilter) async throws {
        let query = TaskQuery(filter)
        let plan = try await plan(query.sql, query.values.count)
        #expect(plan.allSatisfy { !$0.contains("SCAN") && !$0.contains("TEMP B-TREE") }, "\(plan)")
        #expect(plan.contains { $0.contains("SEARCH task USING INDEX task_") }, "\(plan)")
    }

    @Test(arguments: [
        TaskFilter(level: .day, periods: 20_600...20_606),
        TaskFilter(source: "R-1", level: .day, periods: 20_600...20_606),
        TaskFilter(ids: [TaskID(1), TaskID(2)]),
        TaskFilter(units: (1...100).map { UnitID($0) }, states: [.open, .returned]),
    ])
    func narrowListOfTasksIsFoundByIndexAndSorted(filter: TaskFilter) async throws {
        let query = TaskQuery(filter)
        let plan = try await plan(query.sql, query.values.count)
        #expect(plan.contains { $0.contains("SEARCH task USING") }, "\(plan)")
        #expect(plan.allSatisfy { !$0.contains("SCAN task") }, "\(plan)")
    }

    @Test func entriesOfAnOfficerComeInOrder() async throws {
        let dates = CivilDate(ordinal: 20_600)...CivilDate(ordinal: 20_630)
        let query = EntryQuery(EntryFilter(officer: OfficerID(1), dates: dates))
        let plan = try await plan(query.sql, query.values.count)
        #expect(plan == ["SEARCH entry USING INDEX entry_officer (officer=? AND date>? AND date<?)"])
    }

    @Test(arguments: [nil, [UnitID(1)], [UnitID(1), UnitID(2)]] as [[UnitID]?])
    func entriesOfUnitsAreFoundByIndex(units: [UnitID]?) async throws {
        let dates = CivilDate(ordinal: 20_600)...CivilDate(ordinal: 20_630)
        let query = EntryQuery(EntryFilter(units: units, dates: dates))
        let plan = try await plan(query.sql, query.values.count)
        #expect(plan.first == "SEARCH entry USING INDEX entry_unit (unit=? AND date>? AND date<?)", "\(plan)")
    }

    private static let march = CivilDate(ordinal: 20_513)...CivilDate(ordinal: 20_543)

    /// Lists that reports read: bounded by a day or by the projects asked about.
    @Test(arguments: [
        (PipelineQuery.projects("signed_on", march, [UnitID(1)]), "project_signed_on (signed_on>? AND signed_on<?)"),
        (
            PipelineQuery.projects("started_on", march, [UnitID(1)]),
            "project_started_on (started_on>? AND started_on<?)"
        ),
        (
            PipelineQuery.projects("negotiating_on", march, [UnitID(1)]),
            "project_negotiating_on (negotiating_on>? AND negotiating_on<?)"
        ),
        (
            PipelineQuery.projects("terminated_on", march, [UnitID(1)]),
            "project_terminated_on (terminated_on>? AND terminated_on<?)"
        ),
        (PipelineQuery.active(before: march.lowerBound, [UnitID(1)])[0], "project_stage (stage=? AND standing=?)"),
        (PipelineQuery.active(before: march.lowerBound, [UnitID(1)])[1], "project_stage (stage=?)"),
    ])
    func projectsOfAReportAreFoundByTheirDay(filter: RecordFilter, step: String) async throws {
        let query = RecordQuery<Project>(filter)
        let plan = try await plan(query.sql, query.values.count)
        #expect(plan.contains { $0.contains("SEARCH project USING INDEX \(step)") }, "\(plan)")
    }

    @Test(arguments: [
        (PipelineQuery.leads("received_on", march, [UnitID(1)]), "lead_received_on (received_on>? AND received_on<?)")
    ])
    func leadsOfAReportAreFoundByTheirDay(filter: RecordFilter, step: String) async throws {
        let query = RecordQuery<Lead>(filter)
        let plan = try await plan(query.sql, query.values.count)
        #expect(plan.contains { $0.contains("SEARCH lead USING INDEX \(step)") }, "\(plan)")
    }

    @Test func moneyOfACohortIsFoundByItsProjects() async throws {
        let agreements = RecordQuery<Agreement>(
            PipelineQuery.agreements([ProjectID(1), ProjectID(2)], through: Self.march.upperBound))
        var plan = try await plan(agreements.sql, agreements.values.count)
        #expect(plan.contains("SEARCH agreement USING INDEX agreement_project (project=? AND signed_on<?)"), "\(plan)")
        let funds = RecordQuery<Funds>(
            PipelineQuery.funds([ProjectID(1), ProjectID(2)], through: Self.march.upperBound))
        plan = try await self.plan(funds.sql, funds.values.count)
        #expect(plan.contains("SEARCH funds USING INDEX funds_project (project=? AND arrived_on<?)"), "\(plan)")
    }

    /// Statements as they are written in the queries, and the step that must be in their plan.
    @Test(arguments: [
        (
            "SELECT indicator, sum(value) FROM (\(RollUpStretch.rows)) GROUP BY indicator", 7,
            [
                "SEARCH rollup_month USING PRIMARY KEY (unit=? AND month>? AND month<?)",
                "SEARCH rollup_day USING PRIMARY KEY (unit=? AND day>? AND day<?)",
            ]
        ),
        (
            PostingStatement.filtered, 7,
            ["SEARCH posting USING INDEX posting_unit (unit=? AND effective_on>? AND effective_on<?)"]
        ),
        (
            CountedOnce.query(by: "officer"), 3,
            ["SEARCH posting USING COVERING INDEX posting_about (unit=? AND effective_on>? AND effective_on<?)"]
        ),
        (PostingStatement.late, 4, ["SEARCH posting USING PRIMARY KEY (seq>?)"]),
        (
            "SELECT officer, indicator, sum(value) FROM (\(RollUpStretch.officerRows)) GROUP BY officer, indicator", 7,
            [
                "SEARCH rollup_officer USING PRIMARY KEY (unit=? AND month>? AND month<?)",
                "SEARCH posting USING INDEX posting_unit (unit=? AND effective_on>? AND effective_on<?)",
            ]
        ),
        (
            "SELECT seq FROM event WHERE subject = ? ORDER BY seq DESC LIMIT 1", 1,
            ["SEARCH event USING COVERING INDEX event_subject (subject=?)"]
        ),
        (
            "SELECT id FROM command WHERE actor = ? AND undoable = 1 ORDER BY first_seq DESC LIMIT ?", 2,
            ["SEARCH command USING INDEX command_undoable (actor=?)"]
        ),
        (
            "SELECT id FROM task WHERE source = ? AND frozen = 0 AND state IN ('submitted', 'accepted') ORDER BY period, id",
            1,
            ["SEARCH task USING INDEX task_awaiting_freeze (source=?)"]
        ),
        (
            "SELECT due_at FROM task WHERE state = ? ORDER BY due_at LIMIT 1", 1,
            ["SEARCH task USING COVERING INDEX task_state (state=?)"]
        ),
        (
            "SELECT count(*), coalesce(sum(due_at < ?), 0) FROM task WHERE state IN ('open', 'returned')", 1,
            ["SEARCH task USING COVERING INDEX task_state (state=?)"]
        ),
        (
            "SELECT period FROM task WHERE source = ? ORDER BY period DESC LIMIT 1", 1,
            ["SEARCH task USING COVERING INDEX task_source (source=?)"]
        ),
    ])
    func hotQueryUsesItsIndex(sql: String, parameters: Int, steps: [String]) async throws {
        let plan = try await plan(sql, parameters)
        for step in steps { #expect(plan.contains(step), "\(plan)") }
    }

    private func plan(_ sql: String, _ parameters: Int) async throws -> [String] {
        let store = try SQLiteStore.inMemory { Self.now }
        return try await store.viewing { connection in
            try connection.all("EXPLAIN QUERY PLAN " + sql, binding: []) { $0.text(3) }
        }
    }
}

/// The statements of `PostingReading`, shortened to what decides their plan.
private enum PostingStatement {
    static let filtered = """
        SELECT value FROM posting
        WHERE unit IN (SELECT value FROM json_each(?1)) AND effective_on BETWEEN ?2 AND ?3 AND indicator = ?4
            AND (?5 IS NULL OR officer = ?5) AND seq > ?6 AND seq <= ?7
        ORDER BY effective_on, seq, ordinal
        """
    static let late = """
        SELECT value FROM posting
        WHERE seq > ? AND effective_on >= ? AND effective_on < ? AND +unit IN (SELECT value FROM json_each(?))
        ORDER BY seq, ordinal
        """
}
