import Bureau
import Crypto
import GRDB
import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

@testable import SQLiteStore

struct DigestKeyTests {
    private static func digests(_ fixture: StoreFixture) async throws -> [[UInt8]] {
        try await fixture.store.viewing { try $0.all("SELECT digest FROM command ORDER BY id") { $0.blob(0) } }
    }

    private static func key(_ fixture: StoreFixture) async throws -> String? {
        try await fixture.store.viewing {
            try $0.first("SELECT value FROM mark WHERE key = 'command.key'") { $0.text(0) }
        }
    }

    private static func run(_ fixture: StoreFixture, _ id: String, digest: UInt8, dryRun: Bool = false) async throws
        -> CommandResult
    {
        try await fixture.store.write(fixture.command(id, digest: digest, dryRun: dryRun)) {
            Outcome(id: try logEntry($0).id.description)
        }
    }

    private static func erase(_ fixture: StoreFixture, _ id: String, dryRun: Bool = false) async throws {
        _ = try await fixture.store.write(fixture.command(id, dryRun: dryRun)) { writing in
            let stub = try writing.keep(text: "13800131234")
            try writing.append(NewEvent("contact.text_erased", "X-1", TextErased(text: stub.id)))
            return Outcome()
        }
    }

    @Test func theDigestOfARequestDoesNotStandInTheStore() async throws {
        let fixture = try await StoreFixture()
        _ = try await Self.run(fixture, "a", digest: 7)
        _ = try await Self.run(fixture, "b", digest: 7)
        let digests = try await Self.digests(fixture)
        let command = fixture.command("a", digest: 7)
        #expect(!digests.contains(command.digest))
        #expect(digests.allSatisfy { $0.count == 32 })
    }

    @Test func aRetryIsKnownAndAnotherRequestIsNotUntilAnErasure() async throws {
        let fixture = try await StoreFixture()
        _ = try await Self.run(fixture, "a", digest: 7)
        #expect(try await Self.run(fixture, "a", digest: 7).replayed)
        let error = await #expect(throws: ZhaoshangError.self) { try await Self.run(fixture, "a", digest: 8) }
        #expect(error?.code == .conflict)
        let key = try await Self.key(fixture)
        try await Self.erase(fixture, "dry", dryRun: true)
        #expect(try await Self.key(fixture) == key)
        try await Self.erase(fixture, "erase")
        let renewed = try await Self.key(fixture)
        #expect(renewed != key && renewed?.count == 64)
        // Nobody can tell any more what it said; its id still stands for it.
        #expect(try await Self.run(fixture, "a", digest: 8).replayed)
        _ = try await Self.run(fixture, "c", digest: 7)
        let later = await #expect(throws: ZhaoshangError.self) { try await Self.run(fixture, "c", digest: 8) }
        #expect(later?.code == .conflict)
    }

    @Test func theKeyOutlivesTheProcess() async throws {
        let fixture = try await StoreFixture()
        _ = try await Self.run(fixture, "a", digest: 7)
        try await fixture.store.close()
        let again = try fixture.reopened()
        let replayed = try await again.write(fixture.command("a", digest: 7)) { _ in Outcome() }
        #expect(replayed.replayed)
        let error = await #expect(throws: ZhaoshangError.self) {
            try await again.write(fixture.command("a", digest: 8)) { _ in Outcome() }
        }
        #expect(error?.code == .conflict)
    }
}
