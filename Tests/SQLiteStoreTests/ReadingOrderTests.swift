import Bureau
import Cadence
import Identifiers
import Promotion
import Testing
import WorkCalendar

@testable import SQLiteStore

struct ReadingOrderTests {
    @Test func tasksComeByDueTimeThenNumberAndMatchAPlainFilter() async throws {
        let fixture = try await StoreFixture()
        var history = RandomHistory(seed: 21)
        try await history.start(fixture)
        for _ in 1...150 { try await history.step(fixture) }
        try await fixture.store.read { reading throws in
            let all = try reading.tasks(TaskFilter(byDue: false))
            #expect(all.map(\.id) == all.map(\.id).sorted())
            #expect(all.count > 10)
            let byDue = all.sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
            #expect(try reading.tasks(TaskFilter()) == byDue)
            let pending: [ObligationStatus.State] = [.open, .returned]
            let open = byDue.filter { pending.contains($0.status.state) }
            #expect(try reading.tasks(TaskFilter(states: pending)) == open)
            #expect(try reading.tasks(TaskFilter(states: pending, limit: 3)) == Array(open.prefix(3)))
            let mine = open.filter { $0.subject == .officer(OfficerID(1)) || $0.subject == .officer(OfficerID(2)) }
            let subjects: [Subject] = [.officer(OfficerID(2)), .officer(OfficerID(1)), .officer(OfficerID(1))]
            #expect(try reading.tasks(TaskFilter(subjects: subjects, states: pending)) == mine)
            #expect(try reading.tasks(TaskFilter(units: [UnitID(2), UnitID(1)])) == byDue)
            #expect(try reading.tasks(TaskFilter(units: [])).isEmpty)
            let latest = try reading.tasks(TaskFilter(units: [UnitID(2), UnitID(1)], limit: 3, keepsLatest: true))
            #expect(latest == byDue.suffix(3))
            #expect(try reading.earliestPendingDue() == open.first?.dueAt)
            let counts = try reading.pendingCounts(now: open[open.count / 2].dueAt, units: [UnitID(2)])
            #expect(counts.open == open.count)
            let overdue = open.filter { $0.dueAt < open[open.count / 2].dueAt }
            #expect(counts.overdue == overdue.count)
            for task in all {
                #expect(try reading.task(task.id) == task)
                #expect(try reading.task(source: "R-1", subject: task.subject, occurrence: task.occurrence) == task)
                let events = try reading.events(subject: task.id.description, limit: 100)
                #expect(try reading.lastSeq(subject: task.id.description) == events.first?.seq)
                #expect(events.map(\.seq) == events.map(\.seq).sorted(by: >))
                #expect(events.last?.verb == "tasks.materialised")
            }
            #expect(try reading.watermarks() == [RuleID(1): try #require(all.map(\.period).max())])
        }
    }

    @Test func entriesComeByDateThenNumberAndMatchAPlainFilter() async throws {
        let fixture = try await StoreFixture()
        var history = RandomHistory(seed: 22)
        try await history.start(fixture)
        for _ in 1...150 { try await history.step(fixture) }
        try await fixture.store.read { reading throws in
            let all = try reading.entries(EntryFilter(includeWithdrawn: true)).map(\.entry)
            let ordered = all.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
            #expect(all == ordered)
            let standing = all.filter { !$0.withdrawn }
            #expect(standing.count < all.count)
            let dates = CivilDate(ordinal: 20_590)...CivilDate(ordinal: 20_620)
            let inDates = standing.filter { dates.contains($0.date) }
            #expect(try reading.entries(EntryFilter(dates: dates)).map(\.entry) == inDates)
            #expect(
                try reading.entries(EntryFilter(units: [UnitID(2)], dates: dates)).map(\.entry)
                    == inDates.filter { $0.unit == UnitID(2) })
            #expect(
                try reading.entries(EntryFilter(officer: OfficerID(1))).map(\.entry)
                    == standing.filter { $0.officer == OfficerID(1) })
            #expect(
                try reading.entries(EntryFilter(tag: "标签0")).map(\.entry)
                    == standing.filter { $0.tags.contains("标签0") })
            #expect(
                try reading.entries(EntryFilter(after: EntryID(5), limit: 4)).map(\.entry)
                    == Array(standing.filter { $0.id > EntryID(5) }.prefix(4)))
        }
    }

    @Test func officersAreFoundByLoginAndUnitsInOrder() async throws {
        let fixture = try await StoreFixture()
        var retired = StoreFixture.officers[1]
        retired.active = false
        let fact = OfficerChanged(before: StoreFixture.officers[1], after: retired)
        try await fixture.store.read { reading throws in
            #expect(try reading.officers(uid: 1002) == [StoreFixture.officers[1]])
            #expect(try reading.units() == [StoreFixture.bureau, StoreFixture.agency])
        }
        try await fixture.write("a") { writing in
            try writing.append(NewEvent("officer.edited", fact.after?.id ?? OfficerID(1), fact))
            // What was just written is read at once, though other commands keep reading the committed record.
            #expect(try writing.officer(OfficerID(2)) == fact.after)
            return Outcome()
        }
        try await fixture.store.read { reading throws in
            #expect(try reading.officers(uid: 1002).isEmpty)
            #expect(try reading.officer(OfficerID(2))?.active == false)
            #expect(try reading.officer(OfficerID(9)) == nil)
        }
    }

    @Test func frozenReportIsTheLatestVersionAndHoldsForUnitsBelow() async throws {
        let fixture = try await StoreFixture()
        let september = try #require(Period("2026-09"))
        for (period, version) in [(september, 1), (september.next, 1), (september.next, 2)] {
            let fact = ReportFrozen(
                kind: .month, unit: UnitID(1), period: period, coversFrom: nil, version: version, asOfSeq: 5,
                asOf: fixture.clock.now, engine: 1, model: "{}", hash: "\(version)", previousHash: nil, reason: nil)
            try await fixture.write("\(period)-\(version)") { writing in
                try writing.append(NewEvent("report.frozen", "report/\(period)", fact))
                return Outcome()
            }
        }
        try await fixture.store.read { reading throws in
            let october = september.next
            #expect(try reading.frozenReport(kind: .month, unit: UnitID(1), period: october)?.fact.version == 2)
            #expect(try reading.frozenReport(kind: .month, unit: UnitID(2), period: october) == nil)
            let previous = try reading.previousFrozenReport(kind: .month, unit: UnitID(1), before: october)
            #expect(previous?.fact.period == september)
            #expect(previous?.frozenBy == "O-1")
            #expect(try reading.isFrozen(kind: .month, unit: UnitID(2), period: october))
            #expect(try !reading.isFrozen(kind: .month, unit: UnitID(2), period: october.next))
            #expect(try !reading.isFrozen(kind: .week, unit: UnitID(2), period: october))
            let all = try reading.frozenReports(kind: nil, units: nil, limit: nil)
            #expect(all.map(\.fact.period) == [september, october])
            #expect(all.map(\.fact.version) == [1, 2])
        }
    }
}
