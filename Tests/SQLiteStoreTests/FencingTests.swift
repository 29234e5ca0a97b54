import Bureau
import FoundationEssentials
import Labels
import SQLiteStore
import Testing
import WorkCalendar

/// Two processes on one file, as when a lock does not hold.
struct FencingTests {
    @Test func theOneThatWasOvertakenCommitsNothing() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(
            path: "fencing-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let path = directory.appending(path: "zhaoshang.sqlite").path
        let now = Instant(milliseconds: 1_772_409_600_000)
        let first = try SQLiteStore.open(path: path) { now }
        try await Self.write("one", first)
        let second = try SQLiteStore.open(path: path) { now }
        await #expect { try await Self.write("two", first) } throws: { ($0 as? ZhaoshangError)?.code == .fenced }
        // It stays that way, and the other goes on.
        await #expect { try await Self.write("three", first) } throws: { ($0 as? ZhaoshangError)?.code == .fenced }
        await #expect { try await first.checkEpoch() } throws: { ($0 as? ZhaoshangError)?.code == .fenced }
        try await second.checkEpoch()
        try await Self.write("four", second)
        let marks = try await second.read {
            [try $0.mark("one"), try $0.mark("two"), try $0.mark("three"), try $0.mark("four")]
        }
        #expect(marks == ["set", nil, nil, "set"])
        try await second.close()
        try await first.close()
    }

    private static func write(_ key: String, _ store: SQLiteStore) async throws {
        _ = try await store.write(Command(id: key, actor: "zsd", verb: "test", digest: [])) { writing in
            try writing.setMark(key, "set")
            return Outcome(undoable: false)
        }
    }
}
