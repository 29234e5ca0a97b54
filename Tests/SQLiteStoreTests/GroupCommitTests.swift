import Bureau
import Dispatch
import GRDB
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
        // Numbers go on where they were.
        let next = try await again.write(fixture.command("b")) { Outcome(id: try logEntry($0).id.description) }
        #expect(next.outcome.id == "J-2")
    }

    /// The first commit waits until 600 more commands are queued; they then go in batches of at most 512.
    @Test func commandsQueueWhileACommitRunsAndGoTogether() async throws {
        let gate = DispatchSemaphore(value: 0)
        let batches = Mutex<[Int]>([])
        var options = StoreOptions()
        options.beforeCommit = { size in
            let first = batches.withLock {
                $0.append(size)
                return $0.count == 2
            }
            if first { gate.wait() }
        }
        let fixture = try await StoreFixture(options)
        async let blocked = fixture.write("blocked") { Outcome(id: try logEntry($0).id.description) }
        while batches.withLock({ $0.count }) < 2 { await Task.yield() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...600 {
                group.addTask { try await fixture.write("c\(number)") { Outcome(id: try logEntry($0).id.description) } }
            }
            while fixture.store.commits.waitingCount < 600 { await Task.yield() }
            gate.signal()
            try await group.waitForAll()
        }
        _ = try await blocked
        // The organisation, the blocked one, then the queue.
        #expect(batches.withLock { $0 } == [1, 1, 512, 88])
        let lines = try await fixture.store.read {
            try $0.lineCount(officer: OfficerID(1), on: CivilDate(ordinal: 20_600))
        }
        #expect(lines == 601)
    }

    @Test func refusalUndoesItsOwnCommandOnly() async throws {
        let gate = DispatchSemaphore(value: 0)
        let calls = Mutex(0)
        var options = StoreOptions()
        options.beforeCommit = { _ in
            if calls.withLock({
                $0 += 1
                return $0 == 2
            }) {
                gate.wait()
            }
        }
        let fixture = try await StoreFixture(options)
        async let blocked = fixture.write("blocked") { Outcome(id: try logEntry($0).id.description) }
        while calls.withLock({ $0 }) < 2 { await Task.yield() }
        try await withThrowingTaskGroup(of: (Int, ErrorCode?).self) { group in
            for number in 1...9 {
                group.addTask { (number, try await Self.refusal(of: number, fixture)) }
            }
            while fixture.store.commits.waitingCount < 9 { await Task.yield() }
            gate.signal()
            for try await (number, code) in group {
                #expect(code == (number.isMultiple(of: 3) ? .refused : nil))
            }
        }
        _ = try await blocked
        let (entries, head) = try await fixture.store.read { (try $0.entries(EntryFilter()), try $0.headSeq()) }
        #expect(entries.map(\.entry.id.number) == Array(1...7))
        #expect(head == 12)
        #expect(try await fixture.store.verifyChain().firstBadSeq == nil)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    /// Logs an entry; every third command is refused after it has written.
    private static func refusal(of number: Int, _ fixture: StoreFixture) async throws -> ErrorCode? {
        do {
            try await fixture.write("c\(number)") { writing in
                let entry = try logEntry(writing, "\(number)")
                if number.isMultiple(of: 3) { throw refusedForTest }
                return Outcome(id: entry.id.description)
            }
            return nil
        } catch let error as ZhaoshangError {
            return error.code
        }
    }

    @Test func acceptedIDGivesItsFirstAnswerAgain() async throws {
        let fixture = try await StoreFixture()
        let outcome = Outcome(
            id: "J-1", changed: [Change("text", from: nil, to: "a\"b\\c\n招商\u{1}")], undoable: false,
            related: ["task": "T-3", "entry": "J-1"])
        let first = try await fixture.write("a") { writing in
            try logEntry(writing)
            return outcome
        }
        let again = try await fixture.store.write(fixture.command("a")) { _ in
            Issue.record("an accepted command ran twice")
            return Outcome()
        }
        #expect(!first.replayed)
        #expect(again.replayed)
        #expect(again.outcome == outcome)
        #expect(again.events == first.events)
    }

    @Test(arguments: [(UInt8(2), "O-1"), (UInt8(1), "O-2")])
    func acceptedIDDoesNotStandForAnotherRequest(digest: UInt8, actor: String) async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("a") { Outcome(id: try logEntry($0).id.description) }
        await #expect(throws: ErrorCode.conflict) {
            try await code {
                try await fixture.store.write(fixture.command("a", digest: digest, actor: actor)) { _ in Outcome() }
            }
        }
    }

    @Test func refusedIDMayBeUsedAgain() async throws {
        let fixture = try await StoreFixture()
        await #expect(throws: ErrorCode.refused) {
            try await code { try await fixture.write("a") { _ in throw refusedForTest } }
        }
        let result = try await fixture.store.write(fixture.command("a", digest: 9)) {
            Outcome(id: try logEntry($0).id.description)
        }
        #expect(!result.replayed)
    }

    @Test func commandWithoutEventsLeavesNothing() async throws {
        let fixture = try await StoreFixture()
        let result = try await fixture.write("a") { _ in Outcome() }
        #expect(result.events.isEmpty)
        #expect(try await fixture.store.read { try $0.command("a") } == nil)
    }

    @Test func dryRunKeepsNothing() async throws {
        let fixture = try await StoreFixture()
        let result = try await fixture.store.write(fixture.command("a", dryRun: true)) {
            Outcome(id: try logEntry($0).id.description)
        }
        #expect(result.outcome.id == "J-1")
        #expect(result.events.isEmpty)
        let (entry, text, head) = try await fixture.store.read {
            (try $0.entry(EntryID(1)), try $0.text(1), try $0.headSeq())
        }
        #expect(entry == nil)
        #expect(text == nil)
        #expect(head == 5)
        let next = try await fixture.write("a") { Outcome(id: try logEntry($0).id.description) }
        #expect(next.outcome.id == "J-1")
        #expect(try await fixture.store.verifyChain().firstBadSeq == nil)
    }

    @Test func timeNeverGoesBackInTheLog() async throws {
        let fixture = try await StoreFixture()
        let before = fixture.clock.now
        fixture.clock.move(by: -60_000)
        try await fixture.write("a") { writing in
            #expect(writing.now == before)
            return Outcome(id: try logEntry(writing).id.description)
        }
        #expect(try await fixture.store.read { try $0.lastInstant() } == before)
    }

    @Test func fullDiskRefusesTheBatchAndWritesResume() async throws {
        var options = StoreOptions()
        options.maximumPages = 400
        let fixture = try await StoreFixture(options)
        let long = String(repeating: "招商", count: 20_000)
        var accepted = 0
        await #expect(throws: ErrorCode.storageFull) {
            try await code {
                for number in 1...100 {
                    try await fixture.write("c\(number)") { Outcome(id: try logEntry($0, long).id.description) }
                    accepted = number
                }
            }
        }
        #expect(accepted > 0)
        let count = try await fixture.store.read { try $0.entries(EntryFilter()).count }
        #expect(count == accepted)
        try await fixture.store.database.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA max_page_count = 100000")
        }
        let next = try await fixture.write("after") { Outcome(id: try logEntry($0, long).id.description) }
        #expect(next.outcome.id == "J-\(accepted + 1)")
        #expect(try await fixture.store.verifyChain().firstBadSeq == nil)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func failedSyncEndsAllWriting() async throws {
        let failing = Mutex(false)
        let reported = Mutex<[ErrorCode]>([])
        var options = StoreOptions()
        options.beforeCommit = { _ in
            // SQLITE_IOERR_FSYNC
            if failing.withLock({ $0 }) { throw SQLiteFailure(code: 1034, message: "disk I/O error") }
        }
        options.onBroken = { error in reported.withLock { $0.append(error.code) } }
        let fixture = try await StoreFixture(options)
        failing.withLock { $0 = true }
        await #expect(throws: ErrorCode.ioFailure) {
            try await code { try await fixture.write("a") { Outcome(id: try logEntry($0).id.description) } }
        }
        failing.withLock { $0 = false }
        await #expect(throws: ErrorCode.ioFailure) {
            try await code { try await fixture.write("b") { Outcome(id: try logEntry($0).id.description) } }
        }
        #expect(reported.withLock { $0 } == [.ioFailure])
        #expect(try await fixture.store.read { try $0.headSeq() } == 5)
    }

    @Test func cancelledCallerDoesNotStopTheWriter() async throws {
        let fixture = try await StoreFixture()
        let task = Task { try await fixture.write("a") { Outcome(id: try logEntry($0).id.description) } }
        task.cancel()
        #expect(try await task.value.outcome.id == "J-1")
        #expect(try await fixture.write("b") { Outcome(id: try logEntry($0).id.description) }.outcome.id == "J-2")
    }
}

let refusedForTest = ZhaoshangError(.refused, zh: "不可", en: "No")

extension ErrorCode: Error {}

/// The code of the error that `body` throws, so that a test can name it.
func code<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch let error as ZhaoshangError {
        throw error.code
    }
}
