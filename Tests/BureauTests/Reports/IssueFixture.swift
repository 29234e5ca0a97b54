import Bureau
import Identifiers
import Labels
import Logging
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

/// A bureau (U-1) with a task force (U-2) in an in-memory store, and a clock that stands until it is moved.
final class IssueFixture: Sendable {
    final class Clock: BureauClock {
        private let instant: Mutex<Instant>

        init(_ instant: Instant) { self.instant = Mutex(instant) }

        func now() -> Instant { instant.withLock { $0 } }
        func wait(until instant: Instant?) async {}
        func interrupt() {}
        var isVirtual: Bool { true }

        func set(_ instant: Instant) -> Bool {
            self.instant.withLock { $0 = instant }
            return true
        }
    }

    struct NotShipped: Error {}

    let clock: Clock
    let store: SQLiteStore
    let bureau: Bureau
    private let commands = Mutex(0)

    static let head = Officer(
        id: OfficerID(1), code: "head", name: "张伟", nameEn: "Zhang Wei", uids: [1001], roles: [.leader],
        memberships: [Membership(unit: UnitID(1), from: CivilDate(ordinal: 18_000))])
    static let officer = Officer(
        id: OfficerID(2), code: "li", name: "李娜", nameEn: "Li Na", uids: [1002], roles: [.officer],
        memberships: [Membership(unit: UnitID(2), from: CivilDate(ordinal: 18_000))])

    init(at moment: String = "2026-09-01T09:00") async throws {
        guard let start = Instant(iso8601: moment) else { throw NotShipped() }
        let clock = Clock(start)
        self.clock = clock
        store = try SQLiteStore.inMemory { clock.now() }
        bureau = Bureau(
            store: store, clock: clock,
            library: ProfileLibrary(
                names: { [] }, load: { _ in nil }, parse: { _ in throw NotShipped() }, notices: { [] },
                parseNotice: { _ in throw NotShipped() },
                codes: CodeTables(
                    divisions: DivisionTable([]),
                    industries: try IndustryTable(csv: "code,level,section,name_zh,name_en,three_sector\n"))),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let units = [
            Promotion.Unit(id: UnitID(1), code: "bn", kind: .bureau, name: Phrase(zh: "巴南区招商局", en: "Banan Bureau")),
            Promotion.Unit(
                id: UnitID(2), code: "bn-ne", kind: .taskForce, name: Phrase(zh: "新能源专班", en: "New Energy"),
                parent: UnitID(1)),
        ]
        _ = try await store.write(Command(id: "setup", actor: "uid:0", verb: "setup", digest: [1])) { writing in
            for unit in units {
                try writing.append(NewEvent("unit.added", unit.id, UnitChanged(before: nil, after: unit)))
            }
            for officer in [Self.head, Self.officer] {
                try writing.append(NewEvent("officer.added", officer.id, OfficerChanged(before: nil, after: officer)))
            }
            return Outcome()
        }
    }

    func caller(_ officer: Officer, unit: Int64? = nil) -> Caller {
        let number = commands.withLock {
            $0 += 1
            return $0
        }
        return Caller(
            uid: officer.uids.first ?? 0, isAdministrator: false, officer: officer, actingAs: nil,
            unit: unit.map { UnitID($0) }, language: .zh, commandID: "command-\(number)", digest: [], dryRun: false)
    }

    var head: Caller { caller(Self.head) }

    /// Logs a line of the officer on a day.
    @discardableResult
    func log(_ words: String..., on date: String) async throws -> String {
        let logged = try await bureau.logEntry(
            CommandWords(words, options: ["on": [date]]), caller: caller(Self.officer))
        return logged.result.outcome.id ?? "-"
    }

    func move(to moment: String) throws {
        guard let instant = Instant(iso8601: moment) else { throw NotShipped() }
        _ = clock.set(instant)
    }
}
