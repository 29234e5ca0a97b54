import Bureau
import Labels
import SQLiteStore
import Testing
import WorkCalendar

/// A store in memory behaves after its end as one in a file does.
struct ClosedStoreTests {
    @Test func aClosedStoreIsNotReadAndItsSuccessorIs() async throws {
        let now = Instant(milliseconds: 1_772_413_200_000)
        let store = try SQLiteStore.inMemory { now }
        let successor = try store.successor { now }
        try await store.close()
        let error = await #expect(throws: ZhaoshangError.self) { try await store.read { try $0.headSeq() } }
        #expect(error?.code == .shuttingDown)
        #expect(try await successor.read { try $0.headSeq() } == 0)
    }
}
