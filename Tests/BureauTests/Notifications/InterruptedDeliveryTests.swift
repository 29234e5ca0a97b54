import Bureau
import Cadence
import Identifiers
import Notification
import Promotion
import SQLiteStore
import Synchronization
import Testing
import WorkCalendar

/// What leaves the outbox when something came between.
struct InterruptedDeliveryTests {
    @Test func whatMissedTheEveningWaitsForTheMorning() async throws {
        let outbox = try await OutboxFixture()
        try outbox.show("2026-03-02T17:31")
        try await outbox.first.bureau.tick()
        let waiting = try await outbox.first.pending().count
        #expect(waiting > 0)
        try outbox.show("2026-03-02T21:30")
        let next = try await outbox.first.desk.deliverDue()
        #expect(outbox.receiver.count == 0)
        #expect(next == Instant(iso8601: "2026-03-03T08:00")?.milliseconds)
        try outbox.show("2026-03-03T08:00")
        // Ten a second.
        while let next = try await outbox.first.desk.deliverDue() { outbox.clock.show(Instant(milliseconds: next)) }
        #expect(outbox.receiver.count == waiting)
    }

    @Test func anOvertakenProcessSendsNothing() async throws {
        let outbox = try await OutboxFixture()
        try outbox.show("2026-03-02T14:05")
        try await outbox.first.bureau.tick()
        let waiting = try await outbox.first.pending().count
        #expect(waiting > 0)
        let second = try outbox.another()
        _ = try await outbox.first.desk.deliverDue()
        #expect(outbox.receiver.count == 0)
        _ = try await second.desk.deliverDue()
        #expect(outbox.receiver.count == waiting)
    }

    /// It may have arrived; sent again at once it would be sent without end.
    @Test func whatCannotBeRecordedIsSentAgainAfterAWhile() async throws {
        let outbox = try await OutboxFixture()
        let receiver = outbox.receiver
        let process = try outbox.another { receiver.count == 1 }
        try outbox.show("2026-03-02T14:05")
        try await process.bureau.tick()
        let waiting = try await process.pending().count
        let next = try #require(try await process.desk.deliverDue())
        #expect(receiver.count == 1)
        #expect(next == outbox.clock.now().milliseconds + Channel.Kind.webhook.throttle)
        // The disk is well again with the next attempt.
        outbox.clock.show(Instant(milliseconds: next))
        let third = try outbox.another()
        _ = try await third.desk.deliverDue()
        #expect(receiver.count == 1 + waiting)
    }

    @Test func waitOfAClockThatWasPutBackIsForgotten() async throws {
        let outbox = try await OutboxFixture()
        try outbox.show("2026-03-02T14:05")
        try await outbox.first.bureau.tick()
        let later = outbox.clock.now().milliseconds + 3_650 * Instant.day
        let waiting = try await outbox.first.pending()
        let command = Command(id: "future", actor: "zsd", verb: "notify.delivery", digest: [])
        _ = try await outbox.first.store.write(command) { writing in
            for var delivery in waiting {
                delivery.attempts = 1
                delivery.attemptedAt = later
                delivery.nextAttempt = later + 10_000
                try writing.update(delivery)
            }
            return Outcome(undoable: false)
        }
        _ = try await outbox.first.desk.deliverDue()
        #expect(outbox.receiver.count == waiting.count)
    }

    @Test func nobodyIsRemindedOfASilentBackfill() async throws {
        let outbox = try await OutboxFixture()
        try outbox.show("2026-03-04T14:05")
        try await outbox.first.bureau.tick()
        let words = CommandWords(["bn.inventory"], options: ["from": ["2026-02-02"], "to": ["2026-02-27"]])
        _ = try await outbox.first.bureau.backfillRule(words, caller: outbox.first.administrator("backfill"))
        try outbox.show("2026-03-05T14:05")
        try await outbox.first.bureau.tick()
        let silent = try await outbox.first.store.read { try $0.silentTasks() }
        #expect(silent.count > 10)
        let told = try await outbox.first.store.read { try $0.told(Array(silent)) }
        #expect(told.isEmpty)
    }
}
