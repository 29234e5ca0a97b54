import Bureau
import Cadence
import FoundationEssentials
import Identifiers
import Labels
import Logging
import Promotion
import SQLiteStore
import Synchronization
import Testing
import WorkCalendar

/// A bureau with its people, the statutory calendar and an in-memory store; the clock stands until it is moved.
///
/// ```
/// U-1 bn           head (O-1, leader)
/// ├ U-2 bn-ne      li (O-2, officer), clerk (O-3, clerk), gone (O-4, not active), nehead (O-5, leader)
/// │ └ U-4 bn-ne-a  zhao (O-6, officer)
/// └ U-3 bn-bio     wang (O-7, officer), audit (O-8, auditor)
/// ```
/// Login uids are 1000 + number; uid 0 is the administrator.
final class BureauFixture: Sendable {
    let clock: IssueFixture.Clock
    let store: SQLiteStore
    let bureau: Bureau
    let shelf: TestLibrary
    private let commands = Mutex(0)

    /// Monday 2 March 2026, 08:00, unless told otherwise; `rules` adds inventory, consolidation and report.
    /// `tables` reads the files of imports.
    init(
        at moment: String = "2026-03-02T08:00", rules: Bool = true, tables: @escaping TableReader = Bureau.noTables
    ) async throws {
        let clock = IssueFixture.Clock(try #require(Instant(iso8601: moment)))
        self.clock = clock
        store = try SQLiteStore.inMemory { clock.now() }
        shelf = TestLibrary()
        bureau = Bureau(
            store: store, clock: clock, library: try shelf.shipped(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, tables: tables)
        try await bureau.importShippedCalendars()
        try await Self.settle(store)
        guard rules else { return }
        try await addRule(
            "bn.inventory", "level:day", "product:inventory", "officers:officer", "due:workday 1 at 17:30")
        try await addRule(
            "bn.consolidation", "level:week", "product:consolidation", "units:bureau,taskForce", "gathers:day",
            "due:workday -1 at 16:00", "freeze:after-end workday 1 at 12:00")
        try await addRule(
            "bn.report", "level:month", "product:report", "units:bureau,taskForce", "gathers:week",
            "due:after-end workday 3 at 17:30", "freeze:after-end workday 3 at 17:30")
    }

    /// Units and officers.
    static func settle(_ store: SQLiteStore) async throws {
        _ = try await store.write(Command(id: "setup", actor: "uid:0", verb: "setup", digest: [1])) { writing in
            for unit in Self.units {
                try writing.append(NewEvent("unit.added", unit.id, UnitChanged(before: nil, after: unit)))
                _ = try writing.nextNumber("U")
            }
            for officer in Self.officers {
                try writing.append(NewEvent("officer.added", officer.id, OfficerChanged(before: nil, after: officer)))
                _ = try writing.nextNumber("O")
            }
            return Outcome()
        }
    }

    static let units = [
        Promotion.Unit(id: UnitID(1), code: "bn", kind: .bureau, name: Phrase(zh: "招商局", en: "Bureau")),
        Promotion.Unit(
            id: UnitID(2), code: "bn-ne", kind: .taskForce, name: Phrase(zh: "新能源专班", en: "New Energy"),
            parent: UnitID(1)),
        Promotion.Unit(
            id: UnitID(3), code: "bn-bio", kind: .taskForce, name: Phrase(zh: "生物医药专班", en: "Biomedicine"),
            parent: UnitID(1)),
        Promotion.Unit(
            id: UnitID(4), code: "bn-ne-a", kind: .residentTeam, name: Phrase(zh: "驻点队", en: "Resident team"),
            parent: UnitID(2)),
    ]

    static let officers = [
        officer(1, "head", "张伟", .leader, 1), officer(2, "li", "李娜", .officer, 2),
        officer(3, "clerk", "赵敏", .clerk, 2), officer(4, "gone", "钱进", .officer, 2, active: false),
        officer(5, "nehead", "孙丽", .leader, 2), officer(6, "zhao", "赵刚", .officer, 4),
        officer(7, "wang", "王芳", .officer, 3), officer(8, "audit", "周正", .auditor, 3),
    ]

    private static func officer(
        _ number: Int64, _ code: String, _ name: String, _ role: Role, _ unit: Int64, active: Bool = true
    ) -> Officer {
        Officer(
            id: OfficerID(number), code: code, name: name, uids: active ? [UInt32(1000 + number)] : [], roles: [role],
            memberships: [Membership(unit: UnitID(unit), from: CivilDate(ordinal: 18_000))], active: active)
    }

    // MARK: who asks

    static let head: UInt32 = 1001
    static let li: UInt32 = 1002
    static let clerk: UInt32 = 1003
    static let nehead: UInt32 = 1005
    static let zhao: UInt32 = 1006
    static let wang: UInt32 = 1007

    /// The caller of a login uid, looked up as the daemon does; 0 is the administrator.
    func caller(
        _ uid: UInt32, as target: String? = nil, unit: String? = nil, id: String? = nil, digest: [UInt8] = [],
        dryRun: Bool = false
    ) async throws -> Caller {
        let number = commands.withLock {
            $0 += 1
            return $0
        }
        return try await bureau.caller(
            CallerClaim(
                uid: uid, isAdministrator: uid == 0, actingAs: target, unit: unit, commandID: id ?? "command-\(number)",
                digest: digest, dryRun: dryRun))
    }

    var admin: Caller { get async throws { try await caller(0) } }

    // MARK: what is done

    @discardableResult
    func addRule(_ code: String, _ words: String...) async throws -> CommandResult {
        try await bureau.addRule(CommandWords([code, "scope:U-1"] + words), caller: admin)
    }

    @discardableResult
    func log(_ words: String..., by uid: UInt32 = BureauFixture.li, on date: String? = nil) async throws -> LoggedEntry
    {
        try await bureau.logEntry(
            CommandWords(words, options: date.map { ["on": [$0]] } ?? [:]), caller: caller(uid))
    }

    @discardableResult
    func zero(by uid: UInt32 = BureauFixture.li, on date: String? = nil) async throws -> LoggedEntry {
        var options = ["zero": ["true"]]
        if let date { options["on"] = [date] }
        return try await bureau.logEntry(CommandWords([], options: options), caller: caller(uid))
    }

    /// Moves the clock and lets the scheduler act.
    func move(to moment: String) async throws {
        _ = clock.set(try #require(Instant(iso8601: moment)))
        try await bureau.tick()
    }

    // MARK: what stands

    func task(_ source: String, _ subject: String, _ occurrence: String) async throws -> Obligation? {
        let subject = try #require(Subject(subject))
        return try await store.read { try $0.task(source: source, subject: subject, occurrence: occurrence) }
    }

    /// `open`, `accepted`, `waived:leave`; `-` when there is no such task.
    func state(_ source: String, _ subject: String, _ occurrence: String) async throws -> String {
        guard let task = try await task(source, subject, occurrence) else { return "-" }
        let reason = task.status.state == .waived || task.status.state == .void ? task.status.reason : nil
        return [task.status.state.rawValue, reason].compactMap { $0 }.joined(separator: ":")
    }

    func headSeq() async throws -> Int64 { try await store.read { try $0.headSeq() } }

    /// Everything that queries show, but for lines that were withdrawn.
    func projections() async throws -> [String] {
        try await store.read { reading in
            let days = CivilDate(ordinal: 18_000)...CivilDate(ordinal: 24_000)
            var lines: [String] = []
            lines += try reading.units().map { "\($0)" }
            lines += try reading.officers().map { "\($0)" }
            lines += try reading.rules().map { "\($0)" }
            lines += try reading.settings(nil).map { "\($0)" }
            lines += try reading.targets(year: 2026, unit: nil).map { "\($0)" }
            lines += try reading.entries(EntryFilter()).map { "\($0.entry)" }
            lines += try reading.tasks(TaskFilter(byDue: false)).map { "\($0)" }
            let units = try reading.units().map(\.id)
            lines += try reading.sums(units: units, dates: days).sorted { $0.key < $1.key }
                .filter { $0.value != 0 }.map { "\($0.key) = \($0.value)" }
            return lines
        }
    }
}

/// Refusals: their code, for tests that name it.
func refusal(_ body: () async throws -> Void) async -> ErrorCode? {
    await refused(body)?.code
}

func refused(_ body: () async throws -> Void) async -> ZhaoshangError? {
    do {
        try await body()
        return nil
    } catch {
        return error as? ZhaoshangError
    }
}
