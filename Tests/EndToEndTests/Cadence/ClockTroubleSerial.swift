import Foundation
import Testing

/// Clocks that jump, fall and sleep under the real daemon.
@Suite(.serialized, .enabled(if: Program.canTest(with: "python3"), "python3 is missing"))
struct ClockTroubleSerial {
    private static let hour: Int64 = 3_600_000
    private static let day = 24 * hour

    /// A restart ten years later is no outage: nothing is made until somebody says that the clock is right.
    @Test func tenYearsForwardMakeNothingUntilAccepted() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-03-02T09:00")
        _ = try daemon.document("profile", "apply", "banan")
        let before = try daemon.rows("SELECT * FROM task")
        try daemon.stop()
        try daemon.start(at: "2036-03-03T09:00")

        let status = try daemon.document("status")
        #expect(status["scheduler"]["clock"].string == "quarantine")
        #expect(status["scheduler"]["clock_shows"].string == "2036-03-03T09:00:00+08:00")
        #expect(status["now"].string == "2026-03-02T09:00:00+08:00")
        #expect(status["scheduler"]["next_event_at"] == .absent)
        #expect(try daemon.document("clock", "show")["state"].string == "quarantine")
        let task = try #require(try daemon.tasks("product:inventory").first?["id"].string)
        let steps = try daemon.document("task", "explain", task)["steps"].items
        #expect(steps.contains { $0["name"].string == "scheduler.clock" && $0["value"].string == "quarantine" })
        #expect(try daemon.rows("SELECT * FROM task") == before)

        // People go on, at the time that is believed.
        let logged = try daemon.document("log", "走访企业", "--as", "bn-ne-1")
        #expect(logged["entry"]["date"].string == "2026-03-02" || logged["date"].string == "2026-03-02", "\(logged)")
        let last = try daemon.rows("SELECT max(instant) / 1000 FROM event")
        // 2026-03-02 09:00 at +08:00.
        #expect(last == ["[1772413200]"])

        let accepted = try daemon.document("clock", "accept", "--yes")
        #expect(accepted["now"].string == "2036-03-03T09:00:00+08:00")
        #expect(try daemon.document("status")["scheduler"]["clock"].string == "running")
        let made = try daemon.rows(
            "SELECT min(period), max(period) FROM task WHERE level = 'day' AND id > \(before.count)")
        // What lies further back than 366 days is not asked for any more: 2035-03-03 is day 23802 since 1970.
        #expect(made == ["[23803, 24168]"], "\(made)")
    }

    /// The machine comes back a day earlier than it went down.
    @Test func aDayBackRepeatsNothingAndEntriesGoOn() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: nil)
        _ = try daemon.document("profile", "apply", "banan")
        try daemon.stop()
        try daemon.rememberClock(shifted: Self.day, boot: 0, sameBoot: false)
        let tasks = try daemon.rows("SELECT * FROM task")
        let events = try daemon.rows("SELECT max(seq) FROM event")
        try daemon.start(at: nil)

        let status = try daemon.document("status")
        #expect(status["scheduler"]["clock"].string == "suspect")
        let (now, shown) = (try Self.moment(status["now"]), try Self.moment(status["scheduler"]["clock_shows"]))
        // A day on from what the machine shows, and the time since its boot with it.
        #expect(now - shown > 0.99 * 86_400)
        #expect(try daemon.rows("SELECT * FROM task") == tasks)
        #expect(try daemon.rows("SELECT max(seq) FROM event") == events)
        let marks = try daemon.rows("SELECT value FROM mark WHERE key = 'clock.mark'")

        _ = try daemon.document("log", "走访企业", "--as", "bn-ne-1")
        let last = try daemon.rows("SELECT max(instant) FROM event")[0]
        let at = try #require(Double(last.trimmingCharacters(in: .punctuationCharacters)))
        #expect(abs(at / 1000 - now) < 60)

        _ = try daemon.document("clock", "accept", "--yes")
        #expect(try daemon.document("status")["scheduler"]["clock"].string == "running")
        // The mark does not fall, and nothing that exists is made again.
        #expect(try daemon.rows("SELECT value FROM mark WHERE key = 'clock.mark'") == marks)
        let keys = try daemon.rows("SELECT source, subject, occurrence FROM task")
        #expect(keys.count == Set(keys).count)
    }

    /// Within one boot the boot-time clock tells a jump from sleep.
    @Test(arguments: [("sleep", true, "running"), ("jump", false, "quarantine")])
    func aSuspendIsNoJump(name: String, sleeps: Bool, state: String) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: nil)
        try daemon.stop()
        // The last look was five days ago by the wall clock; the boot-time clock agrees, or knows of no such days.
        try daemon.rememberClock(shifted: -5 * Self.day, boot: sleeps ? -5 * Self.day : 0, sameBoot: true)
        try daemon.start(at: nil)
        let status = try daemon.document("status")
        #expect(status["scheduler"]["clock"].string == state)
        let shown = try daemon.document("clock", "show")
        if sleeps {
            #expect(shown["shown"] == .absent)
        } else {
            let gap = try Self.moment(shown["shown"]) - Self.moment(shown["now"])
            #expect(abs(gap - 5 * 86_400) < 60)
            #expect(shown["quarantined_until"].string != nil)
        }
    }

    /// Ninety days down: the tasks of a bureau that never stopped, and each recipient is told once.
    @Test func ninetyDaysDownLeaveTheSameTasksAndOneDigestEach() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let awake = try root.start(at: "2026-03-02T09:00", name: "awake")
        _ = try awake.document("profile", "apply", "banan")
        try awake.advance(to: "2026-05-31T09:00")

        let robot = try Receiver("feishu", in: root)
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "token = token-1234\n", as: "group")
        _ = try daemon.document(
            ["notify", "add", "group", "kind:feishu", "secret:group", "url:http://127.0.0.1:\(robot.port)/hook"])
        try daemon.stop()
        try daemon.start(at: "2026-05-31T09:00", arguments: ["--config", root.path + "/zhaoshang.yaml"])

        let columns = "source, subject, occurrence, due_at, state, reason"
        let query = "SELECT \(columns) FROM task ORDER BY source, subject, occurrence"
        let expected = try awake.rows(query)
        #expect(expected.count > 700)
        #expect(try daemon.rows(query) == expected)
        let deliveries = try daemon.settledDeliveries()
        #expect(deliveries.allSatisfy { $0["kind"].string == "digest" })
        let recipients = deliveries.compactMap { $0["recipient"].string }
        #expect(!recipients.isEmpty)
        #expect(Set(recipients).count == recipients.count)
        let task = try #require(try daemon.tasks("late:yes", "state:pending", "limit:1").first?["id"].string)
        let steps = try daemon.document("task", "explain", task)["steps"].items.compactMap { $0["name"].string }
        #expect(steps.contains("detected_late"))
        #expect(steps.contains("outage"))
    }

    /// Seconds since 1970.
    private static func moment(_ value: JSON) throws -> Double {
        let text = try #require(value.string)
        return try Date(text, strategy: .iso8601).timeIntervalSince1970
    }
}
