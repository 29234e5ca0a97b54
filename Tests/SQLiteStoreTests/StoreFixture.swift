import Bureau
import Foundation
import GRDB
import Identifiers
import Labels
import Promotion
import Synchronization
import WorkCalendar

@testable import SQLiteStore

/// A folder that goes away with the test.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
}

/// A clock that stands until it is moved.
final class StandingClock: Sendable {
    private let instant: Mutex<Instant>

    init(_ milliseconds: Int64 = 1_790_000_000_000) {
        instant = Mutex(Instant(milliseconds: milliseconds))
    }

    func move(by milliseconds: Int64) { instant.withLock { $0 = $0 + milliseconds } }
    var now: Instant { instant.withLock { $0 } }
}

/// A store with one bureau and one officer in it, or empty.
struct StoreFixture: Sendable {
    let folder: TemporaryFolder
    let clock: StandingClock
    let store: SQLiteStore
    var path: String { folder.file("zhaoshang.db") }

    init(_ options: StoreOptions = StoreOptions(), empty: Bool = false) async throws {
        let (folder, clock) = (try TemporaryFolder(), StandingClock())
        self.folder = folder
        self.clock = clock
        store = try SQLiteStore.open(path: folder.file("zhaoshang.db"), options: options) { clock.now }
        if !empty { try await addOrganisation() }
    }

    static let bureau = Unit(id: UnitID(1), code: "bn", kind: .bureau, name: Phrase(zh: "招商局", en: "Bureau"))
    static let agency = Unit(
        id: UnitID(2), code: "bn-ne", kind: .agency, name: Phrase(zh: "东北组", en: "North-east"), parent: UnitID(1))
    static let officers = (1...3).map { number in
        Officer(
            id: OfficerID(number), code: "o\(number)", name: "人员\(number)", uids: [UInt32(1000 + number)],
            roles: [.officer],
            memberships: [Membership(unit: UnitID(number == 1 ? 1 : 2), from: CivilDate(ordinal: 20_000))])
    }

    func addOrganisation() async throws {
        _ = try await write("organisation") { writing in
            for unit in [Self.bureau, Self.agency] {
                try writing.append(NewEvent("unit.added", unit.id, UnitChanged(before: nil, after: unit)))
            }
            for officer in Self.officers {
                try writing.append(NewEvent("officer.added", officer.id, OfficerChanged(before: nil, after: officer)))
            }
            return Outcome()
        }
    }

    func command(_ id: String, digest: UInt8 = 1, actor: String = "O-1", dryRun: Bool = false) -> Command {
        Command(
            id: id, actor: actor, verb: "test", digest: [UInt8](repeating: digest, count: 32), dryRun: dryRun)
    }

    @discardableResult
    func write(
        _ id: String, _ body: @escaping @Sendable (any Writing) throws -> Outcome
    ) async throws -> CommandResult {
        try await store.write(command(id), body)
    }

    /// A connection of the test's own, past everything the store promises.
    func tamper(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
    }

    func reopened(_ options: StoreOptions = StoreOptions()) throws -> SQLiteStore {
        try SQLiteStore.open(path: path, options: options) { [clock] in clock.now }
    }
}

/// A typed line by officer 1 of the bureau, unless told otherwise.
@discardableResult
func logEntry(
    _ writing: any Writing, _ text: String = "走访企业", officer: Int64 = 1, unit: Int64 = 1, day: Int = 20_600,
    kind: ActivityKind? = nil, links: [EntryLink] = [], tags: [String] = [], amount: Int64? = nil
) throws -> Entry {
    let entry = Entry(
        id: EntryID(try writing.nextNumber("J")), date: CivilDate(ordinal: day), officer: OfficerID(officer),
        unit: UnitID(unit), source: .typed, text: try writing.keep(text: text), links: links,
        tags: tags, kind: kind,
        amount: amount.map { Money(yuan: $0) })
    try writing.append(NewEvent("entry.logged", entry.id, EntryChanged(before: nil, after: entry)))
    return entry
}

final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
