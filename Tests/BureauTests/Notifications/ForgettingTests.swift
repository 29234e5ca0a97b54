import Bureau
import Cadence
import Identifiers
import Labels
import Notification
import SQLiteStore
import Testing
import WorkCalendar

/// Old messages go; what somebody has still to act on stays, and the log tells the same of what is left.
struct ForgettingTests {
    @Test func messagesOfClosedTasksGoAfterTheirTime() async throws {
        let room = try await PostRoom(rules: false)
        for (key, value) in [("notify.keep_days", "30"), ("task.grace_working_days", "250")] {
            _ = try await room.bureau.setSetting(CommandWords([key, value]), caller: room.fixture.admin)
        }
        try await room.fixture.addRule(
            "bn.visit", "level:month", "product:visit", "officers:officer", "due:workday 3 at 18:00")
        try await room.addChannel("li", "kind:wecom", "secret:li", "officer:li")
        try await room.move(to: "2026-03-04T18:00")
        try await room.sendAll(room.desk())
        let mine = try #require(
            try await room.fixture.task("R-1", "O-2", "2026-03"), "the rule has made no task")
        let first = try #require(try await room.deliveries().first).message

        // Two months later it still waits for somebody.
        try await room.move(to: "2026-05-06T09:00")
        try await tidied(room)
        #expect(try await room.deliveries().contains { $0.message == first })

        _ = try await room.bureau.waiveTasks(
            CommandWords([mine.id.description], options: ["reason": ["出差"]]),
            caller: room.fixture.caller(BureauFixture.head))
        try await room.move(to: "2026-05-07T09:00")
        try await tidied(room)
        let left = try await room.deliveries()
        #expect(!left.isEmpty && left.allSatisfy { $0.message != first })
        #expect(try await room.fixture.store.read { try $0.reminder(first) } == nil)
        #expect(try await room.fixture.store.read { try $0.told([mine.id]) }.isEmpty)
        #expect(try await room.fixture.store.rebuild().firstDifference == nil)
    }

    /// More rows than one transaction takes: each deletes a bounded number, until none is left.
    @Test func manyGoInBoundedPieces() async throws {
        let room = try await PostRoom(rules: false)
        let then = try #require(Instant(iso8601: "2024-01-02T09:00"))
        let reminders = (1...2 * RemindersForgotten.chunk + 7).map { number in
            Reminder(
                key: "digest/O-2/\(number)", recipient: .officer(OfficerID(2)), kind: .digest, items: [], at: then)
        }
        _ = try await room.fixture.store.write(Command(id: "old", actor: "zsd", verb: "test", digest: [])) { writing in
            try writing.append(NewEvent("reminder.decided", "scheduler", RemindersDecided(reminders: reminders)))
            return Outcome()
        }
        let head = try await room.fixture.headSeq()
        try await tidied(room)
        #expect(try await room.fixture.headSeq() == head + 3)
        let left = try await room.fixture.store.read { reading in
            try reminders.filter { try reading.reminder($0.key) != nil }.count
        }
        #expect(left == 0)
        #expect(try await room.fixture.store.rebuild().firstDifference == nil)
    }

    /// A desk that has looked at the outbox has tidied up before.
    private func tidied(_ room: PostRoom) async throws {
        let views = await room.store.views.arrived
        let desk = try room.desk()
        let running = Task { await desk.run() }
        await room.store.views.arrivals(views + 1)
        running.cancel()
        await running.value
    }
}
