import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import Synchronization
import WorkCalendar

@testable import SQLiteStore

/// A history that a seed decides: entries logged, edited, withdrawn; tasks made, moved, handed in, missed; settings,
/// targets, rules, notices, reports; commands taken back.
struct RandomHistory {
    private var random: SplitMix
    private var entries: [Entry] = []
    private var tasks: [Obligation] = []
    private var rule = RandomHistory.rule
    private(set) var commands = 0

    init(seed: UInt64) { random = SplitMix(state: seed) }

    static let rule = Rule(
        id: RuleID(1), code: "bn.inventory", name: Phrase(zh: "日盘点", en: "Daily inventory"), level: .day,
        product: .inventory, scope: UnitID(1), fanOut: .officers(roles: ["officer"]), revisions: [])

    mutating func start(_ fixture: StoreFixture) async throws {
        let rule = rule
        try await fixture.write("rule") { writing in
            try writing.append(NewEvent("rule.added", rule.id, RuleChanged(before: nil, after: rule)))
            return Outcome()
        }
    }

    /// One more accepted command.
    mutating func step(_ fixture: StoreFixture) async throws {
        commands += 1
        fixture.clock.move(by: Int64(random.below(100_000)))
        let id = "h\(commands)"
        switch random.below(12) {
        case 0...4: try await log(id, fixture)
        case 5, 6: try await change(id, fixture)
        case 7: try await materialise(id, fixture)
        case 8: try await decide(id, fixture)
        case 9: try await moveOrMiss(id, fixture)
        case 10: try await adjust(id, fixture)
        default: try await reverse(id, fixture)
        }
    }

    private mutating func log(_ id: String, _ fixture: StoreFixture) async throws {
        let (officer, day) = (Int64(1 + random.below(3)), 20_580 + random.below(70))
        let kind = random.below(2) == 0 ? nil : ActivityKind.allCases[random.below(10)]
        let tags = (0..<random.below(3)).map { "标签\($0)" }
        let amount = random.below(3) == 0 ? Int64(random.below(1_000_000)) : nil
        let unit: Int64 = officer == 1 ? 1 : 2
        let links = (0..<random.below(3)).map { _ in EntryLink.record("E-\(1 + random.below(2))") }
        let number = entries.count + 1
        entries.append(
            try await fixture.store.value(fixture.command(id)) { writing in
                try logEntry(
                    writing, "第\(number)条", officer: officer, unit: unit, day: day, kind: kind, links: links,
                    tags: tags, amount: amount)
            })
    }

    private mutating func change(_ id: String, _ fixture: StoreFixture) async throws {
        guard !entries.isEmpty else { return }
        let index = random.below(entries.count)
        let before = entries[index]
        var after = before
        switch random.below(6) {
        case 0: after.withdrawn.toggle()
        case 4: after.links = [.record("E-\(1 + random.below(2))")]
        case 5: after.enterprises = random.below(2) == 0 ? nil : [EnterpriseID(Int64(1 + random.below(3)))]
        case 1: after.date = CivilDate(ordinal: 20_580 + random.below(70))
        case 2: after.tags = (0..<random.below(4)).map { "标签\($0)" }
        default: after.amount = Money(yuan: Int64(random.below(1_000_000)))
        }
        entries[index] = after
        let fact = EntryChanged(before: before, after: after)
        try await fixture.write(id) { writing in
            try writing.append(NewEvent("entry.edited", fact.after.id, fact))
            return Outcome()
        }
    }

    private mutating func materialise(_ id: String, _ fixture: StoreFixture) async throws {
        let period = Period(kind: .day, ordinal: 20_580 + tasks.count / 3)
        let late = random.below(2) == 0
        tasks += try await fixture.store.value(fixture.command(id)) { writing in
            let rows = try StoreFixture.officers.map { officer in
                TasksMaterialised.Row(
                    id: TaskID(try writing.nextNumber("T")), subject: .officer(officer.id), unit: UnitID(2),
                    dueAt: Instant(period.firstDay, .midnight) + 17 * Instant.hour, provisional: false,
                    waived: officer.id == OfficerID(3) ? "leave" : nil, detectedLate: late)
            }
            let fact = TasksMaterialised(
                rule: RuleID(1), revision: 1, calendarRevision: 0, product: .inventory, period: period, rows: rows)
            try writing.append(NewEvent("tasks.materialised", RuleID(1), fact))
            return fact.obligations
        }
    }

    private mutating func decide(_ id: String, _ fixture: StoreFixture) async throws {
        guard !tasks.isEmpty else { return }
        let index = random.below(tasks.count)
        let before = tasks[index].status
        let state = ObligationStatus.State.allCases[random.below(7)]
        let after = ObligationStatus(
            state: state, reason: state == .returned ? "incomplete" : nil, zero: state == .submitted,
            submittedAt: fixture.clock.now, submittedBy: "O-1",
            narrative: Narrative(summary: TextStub(id: 1, digest: "00")))
        tasks[index].status = after
        let fact = TaskChanged(task: tasks[index].id, before: before, after: after)
        try await fixture.write(id) { writing in
            try writing.append(NewEvent("task.changed", fact.task, fact))
            return Outcome()
        }
    }

    private mutating func moveOrMiss(_ id: String, _ fixture: StoreFixture) async throws {
        guard !tasks.isEmpty else { return }
        let task = tasks[random.below(tasks.count)]
        let missed = TasksMissed(tasks: [task.id], at: fixture.clock.now, cause: "grace")
        let moved = TaskDuesMoved(
            moves: [.init(task: task.id, from: task.dueAt, to: task.dueAt + Instant.day, provisional: true)],
            cause: "calendar", calendarRevision: 2)
        let misses = random.below(2) == 0
        try await fixture.write(id) { writing in
            if misses {
                try writing.append(NewEvent("tasks.missed", RuleID(1), missed))
            } else {
                try writing.append(NewEvent("tasks.moved", RuleID(1), moved))
            }
            return Outcome()
        }
    }

    private mutating func adjust(_ id: String, _ fixture: StoreFixture) async throws {
        let value = random.below(100)
        let unit = value % 2 == 0 ? nil : UnitID(2)
        let setting = Setting(key: "grace.days", unit: unit, from: CivilDate(ordinal: 20_500), value: "\(value)")
        let target = Target(
            unit: UnitID(1), year: 2026, indicator: Indicator.entries, annual: Int64(value * 12),
            quarters: Array(repeating: Int64(value * 3), count: 4), months: Array(repeating: Int64(value), count: 12))
        let notice = YearNotice(year: 2026 + value % 3, published: value > 50)
        let profile = ProfileApplied(name: "standard", items: ["a": "\(value)", "b": "1"])
        try await fixture.write(id) { writing in
            try writing.append(NewEvent("setting.set", "grace.days", SettingChanged(before: nil, after: setting)))
            try writing.append(NewEvent("target.set", target.key, TargetChanged(before: nil, after: target)))
            try writing.append(NewEvent("calendar.imported", "2026", CalendarChanged(before: nil, after: notice)))
            try writing.append(NewEvent("profile.applied", "standard", profile))
            return Outcome()
        }
    }

    private mutating func reverse(_ id: String, _ fixture: StoreFixture) async throws {
        guard commands > 1 else { return }
        let fact = CommandReversed(command: "h\(1 + random.below(commands - 1))", redo: random.below(2) == 0)
        try await fixture.write(id) { writing in
            try writing.append(NewEvent("command.reversed", fact.command, fact))
            return Outcome(undoable: false)
        }
    }
}

/// Sebastiano Vigna's SplitMix64, so that a failing seed can be run again.
struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}

extension SQLiteStore {
    /// What a body made, where the outcome is of no interest.
    func value<Value: Sendable>(
        _ command: Command, _ body: @escaping @Sendable (any Writing) throws -> Value
    ) async throws -> Value {
        let made = Box<Value>()
        _ = try await write(command) { writing in
            made.value.withLock { $0 = nil }
            let value = try body(writing)
            made.value.withLock { $0 = value }
            return Outcome()
        }
        guard let value = made.value.withLock({ $0 }) else { throw refusedForTest }
        return value
    }
}
