import Bureau
import Crypto
import Foundation
import GRDB
import Identifiers
import Labels
import Migrations
import Promotion
import Testing
import WorkCalendar

@testable import SQLiteStore

struct OpeningTests {
    /// SHA-256 of each shipped step. A shipped step never changes: a difference here means that a new step is needed.
    @Test(
        arguments: [
            (1, "ca57e2ab01c7125df49c7b2b2e52b628f7ba8295bada5b024235a9cc18f68708"),
            (2, "d929cc13ff56ad76e3b95bf9f30a4bbd113c95264712070e3d45c02c1f76902c"),
            (3, "33dafd72f8f1d6b825b5c834e2db3651335663e93b9b1522637e4543cd0eb2ec"),
            (4, "d32665ec74af4d63b3e4f7ac4a11cf552c5aa122cb2b93dd5a72955ba27965ca"),
            (5, "69ce921e167e20d53d02421dbc3c3e5d9af071268d13f1b4787ff38eb43b7edc"),
            (6, "ed7eb35ac6e4376dbc9c52c5ab976a732fe93abc8db3cf1f3d9f34c64b90d4d3"),
            (7, "28b9ac642717f030061a705acbb790a404f1ee8cf49b66619e9eff98084062aa"),
            (8, "8c84125d7794c3432f4b5b50bed2e39bbfc272d97798eb5e87df29a7275f26d8"),
            (9, "d675728c520b360dffb0d04bddb1556fe992d6eeda67a60a629aabd0d8b6593e"),
            (10, "8eb26193c4d4eb8c9e0aa4a5f11b163d5a0352f3c4a1d8d0bbfe241ed58944e9"),
            (11, "c991e936c2793be1acf321e0b7dfa2458a0cb3fe11d81dcf63b41e60624f7d49"),
        ])
    func shippedMigrationIsUnchanged(number: Int, checksum: String) throws {
        let migration = try #require(Migrations.all.first { $0.number == number })
        let digest = SHA256.hash(data: Data(migration.sql.utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(digest == checksum)
    }

    @Test func migrationsAreNumberedWithoutGaps() {
        #expect(Migrations.all.map(\.number) == Array(1...Migrations.all.count))
    }

    /// What the writing connection of the pool says of itself after it was opened: 2 is FULL.
    @Test func writerWaitsForTheDisk() async throws {
        let fixture = try await StoreFixture()
        let synchronous = try await fixture.store.database.writeWithoutTransaction {
            try Int.fetchOne($0, sql: "PRAGMA synchronous")
        }
        let journal = try await fixture.store.database.writeWithoutTransaction {
            try String.fetchOne($0, sql: "PRAGMA journal_mode")
        }
        #expect(synchronous == 2)
        #expect(journal == "wal")
    }

    @Test func readersCannotWrite() async throws {
        let fixture = try await StoreFixture()
        await #expect(throws: (any Error).self) {
            try await fixture.store.viewing { try $0.run("DELETE FROM unit") }
        }
    }

    @Test func newerSchemaIsLeftAsItIs() async throws {
        let fixture = try await StoreFixture()
        try await fixture.store.close()
        try fixture.tamper("PRAGMA user_version = 99")
        let before = try files(fixture.folder)
        await #expect(throws: ErrorCode.newerSchema) { try await code { try fixture.reopened() } }
        #expect(try files(fixture.folder) == before)
    }

    @Test(arguments: [
        "",
        "this is not a database, and it is long enough to be looked at as one: " + String(repeating: "x", count: 5000),
    ])
    func whatIsNoDatabaseIsNeverTakenForANewStore(content: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("zhaoshang.db")
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        let before = try files(folder)
        await #expect(throws: ErrorCode.damagedStore) {
            try await code { try SQLiteStore.open(path: path) { Instant(milliseconds: 0) } }
        }
        #expect(try files(folder) == before)
    }

    @Test func databaseOfAnotherProgramIsRefused() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("zhaoshang.db")
        let other = try DatabaseQueue(path: path)
        try await other.write { try $0.execute(sql: "CREATE TABLE note (body TEXT); PRAGMA user_version = 1") }
        try other.close()
        await #expect(throws: ErrorCode.damagedStore) {
            try await code { try SQLiteStore.open(path: path) { Instant(milliseconds: 0) } }
        }
    }

    @Test func writesWithoutTheirFileAreNotANewStore() async throws {
        let folder = try TemporaryFolder()
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: folder.file("zhaoshang.db-wal")))
        await #expect(throws: ErrorCode.damagedStore) {
            try await code { try SQLiteStore.open(path: folder.file("zhaoshang.db")) { Instant(milliseconds: 0) } }
        }
    }

    @Test func migrationOfAnExistingStoreLeavesAVerifiedBackup() async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("a") { Outcome(id: try logEntry($0).id.description) }
        try await fixture.store.close()
        let number = Migrations.latest + 1
        let next = Migration(number: number, name: "more", sql: "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;")
        let upgraded = try SQLiteStore.open(
            path: fixture.path, options: StoreOptions(), migrations: Migrations.all + [next]
        ) { Instant(milliseconds: 0) }
        let version = try await upgraded.viewing { try $0.first("PRAGMA user_version") { $0.integer(0) } }
        #expect(version == Int64(number))
        try await upgraded.close()
        let backup = try SQLiteStore.open(path: fixture.path + ".before-\(number)") { Instant(milliseconds: 0) }
        #expect(try await backup.read { try $0.headSeq() } == 6)
        #expect(try await backup.verifyChain().firstBadSeq == nil)
    }

    /// A store of the sixth step knew nothing of visits by enterprise and day. What the log says of them stands after the
    /// upgrade, and the whole store is as it would be made from the log.
    @Test func anUpgradeDerivesWhatTheOldSchemaDidNotKeep() async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("a") { writing in
            try logEntry(writing, kind: .visitOut, links: [.record("E-1")])
            try logEntry(writing, officer: 2, unit: 2, kind: .visitOut, links: [.record("E-1"), .record("E-2")])
            return Outcome(id: try logEntry(writing, kind: .visitIn).id.description)
        }
        try await fixture.store.close()
        try fixture.tamper("DELETE FROM searchable;" + OlderSchema.back(to: 6))
        let store = try fixture.reopened()
        let day = CivilDate(ordinal: 20_600)
        let sums = try await store.read { try $0.sums(units: [UnitID(1), UnitID(2)], dates: day...day) }
        #expect(sums["K19.out"] == 2)
        #expect(sums["K19.in"] == 1)
        #expect(sums["entries.kind.visitOut"] == 2)
        #expect(try await store.rebuild().firstDifference == nil)
        let inspections = try await store.inspect()
        #expect(inspections.filter { !$0.ok }.map(\.name).isEmpty)
    }

    @Test func failedMigrationLeavesTheOldStore() async throws {
        let fixture = try await StoreFixture()
        try await fixture.store.close()
        let broken = Migration(
            number: Migrations.latest + 1, name: "broken",
            sql: "CREATE TABLE more (id INTEGER) STRICT; SELECT nothing;")
        #expect(throws: (any Error).self) {
            try SQLiteStore.open(path: fixture.path, options: StoreOptions(), migrations: Migrations.all + [broken]) {
                Instant(milliseconds: 0)
            }
        }
        let again = try fixture.reopened()
        let tables = try await again.viewing {
            try $0.all("SELECT name FROM sqlite_schema WHERE name = 'more'") { $0.text(0) }
        }
        #expect(tables.isEmpty)
        #expect(try await again.read { try $0.headSeq() } == 5)
    }

    @Test func closedStoreRefusesCommands() async throws {
        let fixture = try await StoreFixture()
        try await fixture.store.close()
        await #expect(throws: ErrorCode.shuttingDown) {
            try await code { try await fixture.write("a") { _ in Outcome() } }
        }
    }

    @Test func storeInMemoryKeepsTheSamePromises() async throws {
        let store = try SQLiteStore.inMemory { Instant(milliseconds: 1000) }
        let unit = StoreFixture.bureau
        _ = try await store.write(Command(id: "a", actor: "zsd", verb: "unit.add", digest: [1])) { writing in
            try writing.append(NewEvent("unit.added", unit.id, UnitChanged(before: nil, after: unit)))
            return Outcome()
        }
        #expect(try await store.read { try $0.units() } == [unit])
        #expect(try await store.rebuild().firstDifference == nil)
        #expect(try await store.inspect().allSatisfy(\.ok))
    }

    /// The bytes of the store and of the writes beside it; the index of those writes is rebuilt by any reader.
    private func files(_ folder: TemporaryFolder) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.hasSuffix("-shm") {
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
        }
        return contents.filter { !$0.value.isEmpty || !$0.key.hasSuffix("-wal") }
    }
}
