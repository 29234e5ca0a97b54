import Bureau
import Cadence
import Identifiers
import Labels
import Notification
import SQLiteStore
import Testing
import WorkCalendar

/// What reaches the outbox, from the settings and the store through the decision. The daily inventory of O-2 is due on
/// Monday 2 March 2026 at 17:30; 80 % of its day are 14:00, and repeats come after an hour and one working day.
struct ReminderTickTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var settings: [String: String] = [:]
        /// Moments at which the scheduler acts; it does not run in between.
        var moments: [String]
        /// A new process before the last moment: the time since the one before is an outage.
        var restarts = false
        /// `kind level ready`, in order; the level is that of the first task.
        var told: [String]

        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "each step when it is reached",
            moments: ["2026-03-02T13:59", "2026-03-02T14:00", "2026-03-02T17:30"],
            told: ["reminder 1 2026-03-02T14:00:00+08:00", "reminder 2 2026-03-02T17:30:00+08:00"]),
        Case(
            name: "quiet hours put off until their end", settings: ["reminder.quiet_hours": "13:00-16:15"],
            moments: ["2026-03-02T14:00"], told: ["reminder 1 2026-03-02T16:15:00+08:00"]),
        Case(
            name: "two hours late are a reminder", moments: ["2026-03-02T16:00"],
            told: ["reminder 1 2026-03-02T14:00:00+08:00"]),
        Case(
            name: "more than the misfire grace are a digest", moments: ["2026-03-02T16:01"],
            told: ["digest 1 2026-03-02T16:01:00+08:00"]),
        Case(
            name: "the misfire grace is a setting", settings: ["downtime.misfire_grace_minutes": "240"],
            moments: ["2026-03-02T16:01"], told: ["reminder 1 2026-03-02T14:00:00+08:00"]),
        // Down from 17:00 to 09:30: what lies after the due time moves behind the outage, so that the due time itself is
        // reached at 09:30, told in the one digest after it, and the repeat is at 10:30.
        Case(
            name: "an outage is pardoned", moments: ["2026-03-02T17:00", "2026-03-03T09:30"], restarts: true,
            told: ["digest 1 2026-03-02T17:00:00+08:00", "digest 2 2026-03-03T09:30:00+08:00"]),
        Case(
            name: "without amnesty it is not", settings: ["downtime.amnesty": "no"],
            moments: ["2026-03-02T17:00", "2026-03-03T09:30"], restarts: true,
            told: ["digest 1 2026-03-02T17:00:00+08:00", "digest 3 2026-03-03T09:30:00+08:00"]),
    ]

    @Test(arguments: cases)
    func whatTheSettingsSayIsHeeded(row: Case) async throws {
        let room = try await PostRoom()
        for (key, value) in row.settings {
            _ = try await room.bureau.setSetting(CommandWords([key, value]), caller: room.fixture.admin)
        }
        try await room.addChannel("li", "kind:wecom", "secret:li", "officer:li")
        for (index, moment) in row.moments.enumerated() {
            let isLast = index + 1 == row.moments.count
            _ = room.fixture.clock.set(try #require(Instant(iso8601: moment)))
            let process =
                isLast && row.restarts
                ? try PostRoom.bureau(room.fixture, room.fixture.store, room.courier) : room.bureau
            try await process.tick()
        }
        let told = try await room.fixture.store.read { reading in
            try reading.deliveries(DeliveryFilter()).map { delivery in
                let reminder = try reading.reminder(delivery.message)
                let level = reminder?.items.first?.level ?? 0
                return "\(reminder?.kind.rawValue ?? "-") \(level) \(delivery.readyAt.iso8601)"
            }
        }
        #expect(told == row.told)
    }

    /// `zs rule backfill` without `--notify`.
    @Test(arguments: [false, true])
    func nobodyIsRemindedOfSilentTasks(notify: Bool) async throws {
        let room = try await PostRoom()
        try await room.fixture.addRule(
            "bn.visit", "level:day", "product:visit", "officers:officer", "due:workday 1 at 18:00", "from:2026-02-02")
        try await room.addChannel("all", "kind:wecom", "secret:all")
        try await room.move(to: "2026-03-06T09:00")
        let before = try await room.deliveries().count
        var options = ["from": ["2026-02-02"], "to": ["2026-03-06"]]
        if notify { options["notify"] = ["true"] }
        _ = try await room.bureau.backfillRule(
            CommandWords(["bn.visit"], options: options), caller: room.fixture.admin)
        try await room.bureau.tick()
        let silent = try await room.fixture.store.read { try $0.silentTasks() }
        #expect(silent.isEmpty == notify)
        #expect(try await (room.deliveries().count > before) == notify)
    }

    /// Another process has taken the file over: this one decides nothing, and what it had decided it does not send.
    @Test func aProcessThatWasOvertakenTellsNobody() async throws {
        let room = try await PostRoom()
        try await room.addChannel("li", "kind:wecom", "secret:li", "officer:li")
        try await room.move(to: "2026-03-02T14:00")
        #expect(try await room.deliveries().map(\.state) == [.pending])
        let head = try await room.fixture.headSeq()
        _ = try await room.fixture.store.write(Command(id: "other", actor: "zsd", verb: "test", digest: [])) {
            try $0.setMark("store.epoch", "99")
            return Outcome()
        }
        let desk = try room.desk()
        let views = await room.store.views.arrived
        let running = Task { await desk.run() }
        // The second look comes when the first batch has failed.
        await room.store.views.arrivals(views + 2)
        running.cancel()
        await running.value
        #expect(room.courier.posts.isEmpty)
        #expect(try await room.deliveries().map(\.attempts) == [0])
        _ = room.fixture.clock.set(try #require(Instant(iso8601: "2026-03-02T17:30")))
        #expect(await refusal { try await room.bureau.tick() } == .fenced)
        #expect(try await room.fixture.headSeq() == head)
    }
}
