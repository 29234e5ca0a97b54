import Bureau
import Cadence
import Identifiers
import Labels
import Notification
import SQLiteStore
import Testing
import WorkCalendar

/// What leaves the house, and how often.
struct DeliveryDeskTests {
    /// The desk looks at the outbox, the answer to what is under way is recorded, and only then does it choose.
    @Test func whatHasArrivedIsNotSentAgainFromAnOlderViewOfTheOutbox() async throws {
        let room = try await PostRoom()
        try await room.addChannel("li", "kind:wecom", "secret:li", "officer:li")
        try await room.move(to: "2026-03-02T14:00")
        #expect(try await room.deliveries().count == 1)
        await room.courier.attempts.hold()
        let desk = try room.desk()
        let running = Task { await desk.run() }
        await room.courier.attempts.arrivals(1)
        await room.store.views.hold()
        let views = await room.store.views.arrived
        try await room.bureau.tick()
        await room.store.views.arrivals(views + 1)
        let writes = await room.store.writes.arrived
        await room.courier.attempts.open()
        await room.store.writes.arrivals(writes + 1)
        // The desk learns of the commit a moment after the store does.
        for _ in 0..<50 { _ = try await room.deliveries() }
        await room.store.views.open()
        await room.store.views.arrivals(views + 2)
        running.cancel()
        await running.value
        #expect(room.courier.posts.count == 1)
        let deliveries = try await room.deliveries()
        #expect(deliveries.map(\.state) == [.delivered])
        #expect(deliveries.map(\.attempts) == [1])
    }

    /// Killed between sending and recording: what was under way goes out once more, under the same key, and says so to
    /// people.
    @Test func attemptWithoutAnEndIsMadeAgainAndMarkedForPeople() async throws {
        let room = try await PostRoom()
        try await room.addChannel("li", "kind:wecom", "secret:li", "officer:li")
        try await room.move(to: "2026-03-02T14:00")
        await room.courier.attempts.hold()
        let first = Task { [desk = try room.desk()] in await desk.run() }
        await room.courier.attempts.arrivals(1)
        let under = try #require(try await room.deliveries().first)
        #expect(under.state == .pending && under.unsure && under.attempts == 1)
        // Another process on the same file; nothing of the first is heard again.
        let other = ScriptedCourier([])
        let restarted = try PostRoom.bureau(room.fixture, room.fixture.store, other)
        let options = DeliveryDesk.Options(retry: RetryPolicy(attempts: 3), quiet: QuietMinute(spread: 0))
        let desk = try #require(DeliveryDesk(restarted, options: options) { 1_772_430_960_000 })
        let second = Task { await desk.run() }
        await other.attempts.arrivals(1)
        while try await room.deliveries().contains(where: { $0.state == .pending }) { await Task.yield() }
        second.cancel()
        await second.value
        let (before, after) = try (
            #require(room.courier.posts.first), #require(other.posts.first)
        )
        #expect(other.posts.count == 1)
        #expect(before.key == after.key)
        #expect(after.text == "（上次结果不明，可能重复）\n" + before.text)
        #expect(after.document == before.document)
        let settled = try #require(try await room.deliveries().first)
        #expect(settled.state == .delivered && !settled.unsure && settled.attempts == 2)
        // The first one's answer comes too late to change what is settled.
        await room.courier.attempts.open()
        first.cancel()
        await first.value
        #expect(try await room.deliveries() == [settled])
    }

    /// A message that takes the daemon down each time is given up like any other.
    @Test func attemptsThatNeverEndAreCounted() async throws {
        let room = try await PostRoom()
        try await room.addChannel("li", "kind:wecom", "secret:li", "officer:li")
        try await room.move(to: "2026-03-02T14:00")
        var delivery = try #require(try await room.deliveries().first)
        delivery.attempts = 3
        delivery.unsure = true
        delivery.batch = delivery.message
        let begun = delivery
        _ = try await room.fixture.store.write(Command(id: "begun", actor: "zsd", verb: "test", digest: [])) {
            try $0.update(begun)
            return Outcome()
        }
        try await room.sendAll(room.desk())
        #expect(room.courier.posts.isEmpty)
        #expect(try await room.deliveries().map(\.state) == [.dead])
    }

    /// Refused, throttled and answered with a failure: the receiver did not take it, so nobody is told of a repeat. No
    /// answer after it was handed over: it may have.
    @Test(arguments: [
        (DeliveryVerdict(.throttled, code: "45009"), false), (DeliveryVerdict(.failed, code: "500"), false),
        (DeliveryVerdict(.failed, reason: "Timeout was reached", unsure: true), true),
    ])
    func onlyWhatMayHaveArrivedIsMarked(verdict: DeliveryVerdict, marked: Bool) async throws {
        let room = try await PostRoom([verdict])
        try await room.addChannel("li", "kind:dingtalk", "secret:li", "officer:li", "lang:both")
        try await room.move(to: "2026-03-02T14:00")
        try await room.sendAll(room.desk())
        let posts = room.courier.posts
        #expect(posts.count == 2)
        #expect(posts[0].key == posts[1].key)
        #expect((posts[1].text != posts[0].text) == marked)
        #expect(posts[1].text.hasPrefix("（上次结果不明，可能重复） (possibly a repeat)\n") == marked)
    }

    /// What went out together comes back together: under one key there is one text.
    @Test func gatheredMessagesAreTriedAgainTogether() async throws {
        let room = try await PostRoom([DeliveryVerdict(.failed, code: "500")])
        try await room.addChannel("bureau", "kind:feishu", "secret:bureau")
        try await room.move(to: "2026-03-02T14:00")
        // Waits as long as the first failure does, spread by a fifth.
        let desk = try room.desk(retry: RetryPolicy(first: 600_000, longest: 600_000, attempts: 3, throttle: 0))
        let running = Task { await desk.run() }
        await room.courier.attempts.arrivals(1)
        while try await room.deliveries().contains(where: { $0.nextAttempt == nil }) { await Task.yield() }
        running.cancel()
        await running.value
        let deliveries = try await room.deliveries()
        #expect(deliveries.count > 2)
        #expect(Set(deliveries.map(\.nextAttempt)).count == 1)
        #expect(Set(deliveries.map(\.batch)).count == 1)
    }
}
