import Bureau
import Cadence
import Identifiers
import Labels
import Notification
import SQLiteStore
import Synchronization
import Testing
import WorkCalendar

/// How fast messages leave, and how long texts leave in parts.
struct DeliveryPacingTests {
    /// Ten a second, whatever waits.
    @Test func aChannelIsNotUsedFasterThanItTakes() async throws {
        let room = try await PostRoom()
        try await room.addChannel("erp", "kind:webhook", "secret:erp", "url:https://erp.example.cn/in", "kinds:digest")
        try await room.move(to: "2026-03-02T14:00")
        _ = try await queue(25, in: room)
        let desk = try room.desk()
        let running = Task { await desk.run() }
        for (second, count) in [10, 20, 25].enumerated() {
            await room.courier.attempts.arrivals(count)
            while try await room.deliveries().count(where: { $0.state == .delivered }) < count { await Task.yield() }
            // Woken again, it still waits.
            let views = await room.store.views.arrived
            try await room.bureau.tick()
            await room.store.views.arrivals(views + 1)
            #expect(room.courier.posts.count == count, "second \(second)")
            room.wall.withLock { $0 += 1_000 }
            try await room.bureau.tick()
        }
        running.cancel()
        await running.value
        #expect(Set(room.courier.posts.map(\.key)).count == 25)
    }

    /// What follows a part that has arrived fits to it, whatever has become of the tasks.
    @Test func textOfWhichAPartHasArrivedGoesOnAsItWas() async throws {
        let room = try await PostRoom([DeliveryVerdict(.delivered), DeliveryVerdict(.failed, code: "500")])
        try await room.addChannel("group", "kind:wecom", "secret:group", "kinds:digest")
        try await room.move(to: "2026-03-02T14:00")
        let task = try await queue(60, in: room)
        let desk = try room.desk(retry: RetryPolicy(first: 600_000, longest: 600_000, attempts: 3, throttle: 0))
        let running = Task { await desk.run() }
        while try await room.deliveries().contains(where: { $0.nextAttempt == nil }) { await Task.yield() }
        #expect(try await room.deliveries().allSatisfy { $0.parts == 1 && $0.attempts == 1 })
        _ = try await room.bureau.waiveTasks(
            CommandWords([task.description], options: ["reason": ["出差"]]),
            caller: room.fixture.caller(BureauFixture.head))
        room.wall.withLock { $0 += 800_000 }
        try await room.bureau.tick()
        while try await room.deliveries().contains(where: { $0.state == .pending }) { await Task.yield() }
        running.cancel()
        await running.value
        let posts = room.courier.posts
        let count = posts.count - 1
        #expect(count > 2)
        #expect(posts[0].text.hasPrefix("(1/\(count))\n"))
        #expect(posts[1].key == posts[2].key && posts[1].text == posts[2].text)
        for (index, post) in posts.dropFirst(2).enumerated() {
            #expect(post.text.hasPrefix("(\(index + 2)/\(count))\n"))
        }
        #expect(try await room.deliveries().allSatisfy { $0.state == .delivered && $0.texts.isEmpty })
    }

    /// A dead letter that was one text with others goes on with them.
    @Test func deadLettersOfOneTextAreSentAgainTogetherAndTheLogSaysWhoDidIt() async throws {
        let room = try await PostRoom([DeliveryVerdict(.delivered), DeliveryVerdict(.refused, code: "93000")])
        try await room.addChannel("group", "kind:wecom", "secret:group", "kinds:digest")
        try await room.move(to: "2026-03-02T14:00")
        _ = try await queue(60, in: room)
        try await room.sendAll(room.desk())
        #expect(try await room.deliveries().allSatisfy { $0.state == .dead })
        let numbers = try await room.bureau.retryDeliveries(CommandWords(["7"]), caller: room.fixture.admin)
        #expect(numbers.count == 60)
        let events = try await room.fixture.store.read { try $0.events(subject: "W-1", limit: 10) }
        let event = try #require(events.first { $0.verb == "notify.retried" })
        #expect(event.actor == "uid:0")
        let fact = try FactCoding.decode(DeliveriesRetried.self, from: event.payload)
        #expect(Set(fact.messages) == Set(try await room.deliveries().map(\.message)))
        try await room.sendAll(room.desk())
        let posts = room.courier.posts
        #expect(posts[1] == posts[2])
        #expect(try await room.deliveries().allSatisfy { $0.state == .delivered })
        #expect(try await room.fixture.store.rebuild().firstDifference == nil)
    }

    /// Digests of the one task that O-2 has, for the channel `W-1`.
    private func queue(_ count: Int, in room: PostRoom) async throws -> TaskID {
        let task = try #require(try await room.fixture.task("R-1", "O-2", "2026-03-02")).id
        let at = room.fixture.clock.now()
        let reminders = (1...count).map { number in
            Reminder(
                key: "digest/O-2/\(number)", recipient: .officer(OfficerID(2)), kind: .digest,
                items: [Reminder.Item(task: task, level: 1)], at: at)
        }
        _ = try await room.fixture.store.write(Command(id: "queue", actor: "zsd", verb: "test", digest: [])) {
            writing in
            try writing.append(NewEvent("reminder.decided", "scheduler", RemindersDecided(reminders: reminders)))
            for reminder in reminders {
                try writing.queue(Delivery(message: reminder.key, channel: ChannelID(1), readyAt: at))
            }
            return Outcome()
        }
        return task
    }
}
