import Bureau
import Identifiers
import Labels
import Promotion
import Synchronization
import Testing
import WorkCalendar

@testable import SQLiteStore

struct GroupCommitTests {
    @Test func acceptedEntryIsReadBackAndSurvivesReopening() async throws {
        let fixture = try await StoreFixture()
        let result = try await fixture.write("a") { writing in
            let entry = try logEntry(writing, "走访三一重工", kind: .visitOut, tags: ["走访"], amount: 50_000_000)
            return Outcome(id: entry.id.description)
        }
        #expect(result.events == [6])
        #expect(result.outcome.id == "J-1")
        try await fixture.store.close()
        let again = try fixture.reopened()
        let (found, text) = try await again.read { reading in
            let found = try reading.entry(EntryID(1))
            return (found, try found?.entry.text.flatMap { try reading.text($0.id) })
        }
        #expect(found?.entry.kind == .visitOut)
        #expect(found?.entry.amount == Money(yuan: 50_000_000))
        #expect(found?.entry.tags == ["走访"])
        #expect(found?.seq == 6)
        #expect(text == "走访三一重工")
        #expect(try await again.rebuild().firstDifference == nil)
        #expect(try await again.verifyChain().firstBadSeq == nil)
        for inspection in try await again.inspect() {
            #expect(inspection.ok, "\(inspection.name): \(inspection.finding ?? "")")
        }
    }
}
