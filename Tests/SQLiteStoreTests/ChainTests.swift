import Bureau
import Identifiers
import Promotion
import Testing
import WorkCalendar

@testable import SQLiteStore

struct ChainTests {
    /// Hash of one event whose parts were written out by hand and hashed with Python's hashlib.
    @Test func hashIsThatOfTheWrittenRule() {
        let hash = ChainHash.next(
            after: ChainHash.genesis, seq: 1, instant: Instant(milliseconds: 1_790_000_000_000), actor: "O-1",
            onBehalf: nil, command: "c-1", verb: "entry.logged", subject: "J-1", payload: Array("{\"v\":1}".utf8))
        #expect(ChainHash.hexadecimal(hash) == "3d55f4572e8596cfff27c9f99f2f44924a2c03b19f8e28ff5e16ed77dfe616fa")
    }

    @Test func emptyLogEndsInZeros() async throws {
        let fixture = try await StoreFixture(empty: true)
        let report = try await fixture.store.verifyChain()
        #expect(report.events == 0)
        #expect(report.headHash == String(repeating: "0", count: 64))
        #expect(report.firstBadSeq == nil)
    }

    /// What is done to the log of 12 events, and the number that must be named.
    @Test(arguments: [
        ("UPDATE event SET instant = instant + 1 WHERE seq = 7", 7),
        ("UPDATE event SET actor = 'O-2' WHERE seq = 7", 7),
        ("UPDATE event SET on_behalf = 'O-2' WHERE seq = 7", 7),
        ("UPDATE event SET command = 'x' WHERE seq = 7", 7),
        ("UPDATE event SET verb = 'entry.logged2' WHERE seq = 7", 7),
        ("UPDATE event SET subject = 'J-9' WHERE seq = 7", 7),
        ("UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), 'typed', 'tyPed') AS BLOB) WHERE seq = 7", 7),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 7", 7),
        // A letter moved from one part to the next.
        ("UPDATE event SET actor = 'O-', on_behalf = '1' WHERE seq = 7", 7),
        ("DELETE FROM event WHERE seq = 7", 7),
        ("DELETE FROM event WHERE seq = 1", 1),
        ("DELETE FROM event WHERE seq = 12", 12),
        ("UPDATE event SET seq = 100 WHERE seq = 12", 12),
        (
            "UPDATE event SET seq = -seq + 100000 WHERE seq IN (7, 9); UPDATE event SET seq = 7 WHERE seq = 99991; "
                + "UPDATE event SET seq = 9 WHERE seq = 99993", 7
        ),
        (
            "INSERT INTO event SELECT 13, instant, actor, on_behalf, command, verb, subject, payload, hash FROM event "
                + "WHERE seq = 12", 13
        ),
    ])
    func whateverIsDoneToTheLogIsNamed(sql: String, seq: Int64) async throws {
        let fixture = try await StoreFixture()
        for number in 1...7 {
            try await fixture.write("c\(number)") { Outcome(id: try logEntry($0).id.description) }
        }
        try fixture.tamper(sql)
        #expect(try await fixture.store.verifyChain().firstBadSeq == seq)
    }

    @Test func untouchedLogIsWhole() async throws {
        let fixture = try await StoreFixture()
        for number in 1...7 {
            try await fixture.write("c\(number)") { Outcome(id: try logEntry($0).id.description) }
        }
        let report = try await fixture.store.verifyChain()
        let last = try await fixture.store.read { try $0.events(after: 11, limit: 5) }
        #expect(report.events == 12)
        #expect(report.firstBadSeq == nil)
        #expect(last.map(\.seq) == [12])
        #expect(report.headHash == ChainHash.hexadecimal(last.first?.hash ?? []))
    }
}
