import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

@testable import SQLiteStore

struct DerivationTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func rebuildAfterARandomHistoryIsEqual(seed: UInt64) async throws {
        let fixture = try await StoreFixture()
        var history = RandomHistory(seed: seed)
        try await history.start(fixture)
        for _ in 1...120 { try await history.step(fixture) }
        let report = try await fixture.store.rebuild()
        #expect(report.firstDifference == nil)
        #expect(report.events > 100)
        for inspection in try await fixture.store.inspect() {
            #expect(inspection.ok, "\(inspection.name): \(inspection.finding ?? "")")
        }
    }

    /// A change made behind the log's back, and the words that must be in the finding.
    @Test(arguments: [
        ("UPDATE entry SET amount = 7 WHERE id = 2", ["entry", "id 2", "column amount"]),
        (
            "DELETE FROM rollup_day WHERE rowid IS NULL OR indicator = 'entries.count'",
            ["rollup_day", "U-1|2026|unit 1"]
        ),
        ("UPDATE rollup_month SET value = value + 1 WHERE unit = 1", ["rollup_month", "unit 1", "column value"]),
        ("UPDATE rollup_officer SET value = value + 1", ["rollup_officer", "officer 1", "column value"]),
        ("INSERT INTO entry_tag VALUES ('x', 1)", ["entry_tag", "tag \"x\""]),
        ("UPDATE command SET reversed_by = 'x' WHERE id = 'c1'", ["command", "id \"c1\"", "column reversed_by"]),
        ("UPDATE counter SET last = 9 WHERE prefix = 'U'", ["counter", "prefix \"U\"", "column last"]),
        ("UPDATE unit SET active = 0 WHERE id = 2", ["unit", "id 2", "column active"]),
    ])
    func plantedDifferenceIsNamed(sql: String, words: [String]) async throws {
        let fixture = try await StoreFixture()
        for number in 1...3 {
            try await fixture.write("c\(number)") { Outcome(id: try logEntry($0, tags: ["走访"]).id.description) }
        }
        #expect(try await fixture.store.rebuild().firstDifference == nil)
        try fixture.tamper(sql.replacing("rowid IS NULL OR ", with: ""))
        let difference = try #require(try await fixture.store.rebuild().firstDifference)
        for word in words {
            #expect(word.split(separator: "|").contains { difference.contains($0) }, "\(difference)")
        }
    }

    /// What doctor says of a change that the log does not know.
    @Test(arguments: [
        ("UPDATE rollup_day SET value = value + 1", "rollup_day"),
        ("DELETE FROM rollup_month", "rollup_month"),
        ("UPDATE rollup_officer SET value = value - 1", "rollup_officer"),
        ("UPDATE text SET body = 'x' WHERE id = 1", "text_digests"),
        ("DELETE FROM officer WHERE id = 1", "foreign_keys"),
        ("UPDATE counter SET last = 1 WHERE prefix = 'U'", "counters"),
        ("UPDATE event SET actor = 'x' WHERE seq = (SELECT max(seq) FROM event)", "chain_head"),
        ("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "chain_head"),
        ("PRAGMA application_id = 5", "application_id"),
    ])
    func inspectionFindsWhatDoesNotAdd(sql: String, name: String) async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("a") { Outcome(id: try logEntry($0).id.description) }
        #expect(try await fixture.store.inspect().allSatisfy(\.ok))
        try fixture.tamper(sql)
        let inspections = try await fixture.store.inspect()
        #expect(inspections.first { $0.name == name }?.ok == false)
    }

    /// Each state as it was read when its event was the last one.
    @Test func stateAsOfAnEventIsTheStateOfThatTime() async throws {
        let fixture = try await StoreFixture()
        var history = RandomHistory(seed: 7)
        try await history.start(fixture)
        var recorded: [Int64: StateOfTime] = [:]
        for _ in 1...60 {
            try await history.step(fixture)
            let (seq, state) = try await fixture.store.read { (try $0.headSeq(), try StateOfTime($0)) }
            recorded[seq] = state
        }
        for seq in recorded.keys.sorted().enumerated().filter({ $0.offset.isMultiple(of: 7) }).map(\.element) {
            let state = try await fixture.store.read(asOf: seq) { try StateOfTime($0) }
            #expect(state == recorded[seq], "as of \(seq)")
        }
    }

    @Test func erasedTextIsReadAsNothing() async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("a") { Outcome(id: try logEntry($0, "某人的电话").id.description) }
        try await fixture.write("b") { writing in
            try writing.append(NewEvent("text.erased", "text#1", TextErased(text: 1)))
            return Outcome(undoable: false)
        }
        let (one, all, entry) = try await fixture.store.read {
            (try $0.text(1), try $0.texts([1, 2]), try $0.entry(EntryID(1)))
        }
        #expect(one == nil)
        #expect(all.isEmpty)
        #expect(entry?.entry.text?.id == 1)
        #expect(try await fixture.store.verifyChain().firstBadSeq == nil)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
        #expect(try await fixture.store.inspect().allSatisfy(\.ok))
    }
}

/// What a person could see.
private struct StateOfTime: Equatable, Sendable {
    var entries: [Entry]
    var tasks: [Obligation]
    var settings: [Setting]
    var targets: [Target]
    var notices: [YearNotice]
    var revision: Int
    var sums: [String: Int64]
    var events: Int
    var commands: [String]

    init(_ reading: any Reading) throws {
        entries = try reading.entries(EntryFilter(includeWithdrawn: true)).map(\.entry)
        tasks = try reading.tasks(TaskFilter())
        settings = try reading.settings(nil)
        targets = try reading.targets(year: 2026, unit: nil)
        notices = try reading.notices()
        revision = try reading.calendarRevision()
        sums = try reading.sums(
            units: [UnitID(1), UnitID(2)], dates: CivilDate(ordinal: 20_583)...CivilDate(ordinal: 20_643))
        events = try reading.events(after: 0, limit: 10_000).count
        commands = try reading.commands(actor: "O-1", limit: 1000).map { $0.id + ($0.reversedBy ?? "") }
    }
}
