import Bureau
import Cadence
import Identifiers
import Notification
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// What is said of real tasks: by working time, once at the highest step, in one digest after an outage, outside quiet hours.
///
/// Wang (O-7) owes an inventory each working day at 17:30 to unit 3; the head of unit 1 (O-1) is the leader above. Monday is
/// 2 March 2026.
struct ReminderTests {
    private func bureau(
        at moment: String = "2026-03-02T08:00", due: String = "workday 1 at 17:30", _ settings: (String, String)...
    ) async throws -> MachineBureau {
        let house = try await MachineBureau(at: moment)
        for (key, value) in settings {
            _ = try await house.bureau.setSetting(CommandWords([key, value]), caller: house.caller(0))
        }
        _ = try await house.bureau.addChannel(
            CommandWords(["group", "kind:webhook", "url:https://example.org/hook", "secret:group"]),
            caller: house.caller(0))
        try await house.addRule("inventory", "level:day", "product:inventory", "officers:officer", "due:" + due)
        return house
    }

    /// Steps of the ladder at 80% (14:00 of a day) and 100%; repeats one hour and 1, 2, 4 and 8 working days later, which
    /// are Tuesday 3, Wednesday 4, Friday 6 and Thursday 12 March. Ten working days later the task is missed.
    @Test func anOpenTaskIsToldAtGrowingDistancesOfWorkingTime() async throws {
        let house = try await bureau()
        try await house.run(until: "2026-03-20T12:00")
        let task = try #require(try await house.task("O-7", "2026-03-02"))
        let mine = try await house.messages().filter { $0.key.hasPrefix("\(task.id)/") && $0.key.hasSuffix("/O-7") }
        #expect(
            mine.map(\.readyAt) == [
                "2026-03-02 14:00", "2026-03-02 17:30", "2026-03-02 18:30", "2026-03-03 17:30", "2026-03-04 17:30",
                "2026-03-06 17:30", "2026-03-12 17:30",
            ])
        #expect(task.status.state == .missed)
        // The head hears of it from the due time on.
        let heads = try await house.messages().filter { $0.key.hasPrefix("\(task.id)/") && $0.key.hasSuffix("/O-1") }
        #expect(heads.count == 6)
    }

    /// Down from Monday noon to the next Monday: five inventories each, one message each, the highest step once.
    @Test(arguments: [("yes", 2), ("no", 6)])
    func afterAnOutageEachGetsOneDigestWithTheHighestStep(amnesty: String, level: Int) async throws {
        let house = try await bureau(("downtime.amnesty", amnesty))
        try await house.run(until: "2026-03-02T12:00")
        try await house.sleep(until: "2026-03-09T09:00")
        let messages = try await house.messages()
        #expect(messages.allSatisfy { $0.key.hasPrefix("digest/") })
        let recipients = messages.map { $0.key.split(separator: "/")[1] }
        #expect(Set(recipients) == ["O-1", "O-2", "O-5", "O-6", "O-7"])
        #expect(recipients.count == 5)
        // Without amnesty Monday's inventory is four working days old; with it, it has just become due.
        let told = try await house.told("O-7", "2026-03-02")
        #expect(told == level)
        for day in 3...6 { #expect(try await house.task("O-7", "2026-03-0\(day)")?.detectedLate == true) }
        // Nothing is said twice.
        try await house.sleep(until: "2026-03-09T09:30")
        #expect(try await house.messages() == messages)
    }

    /// Steps that were reached less than two hours ago are told one by one, older ones in a digest.
    @Test(arguments: [("2026-03-02T18:20", "T-"), ("2026-03-02T20:45", "digest/")])
    func aShortOutageIsNoReasonForADigest(back: String, prefix: String) async throws {
        let house = try await bureau()
        try await house.run(until: "2026-03-02T17:00")
        let before = try await house.messages().count
        try await house.sleep(until: back)
        let said = try await house.messages().dropFirst(before)
        #expect(!said.isEmpty)
        #expect(said.allSatisfy { $0.key.hasPrefix(prefix) })
    }

    @Test func whatFallsIntoQuietHoursWaitsForTheirEnd() async throws {
        let house = try await bureau(due: "workday 1 at 20:30")
        try await house.run(until: "2026-03-02T23:00")
        let mine = try await house.messages().filter { $0.key.hasSuffix("/O-7") }.map(\.readyAt)
        #expect(mine == ["2026-03-02 16:24", "2026-03-02 20:30", "2026-03-03 08:00"])
    }

    /// Which tasks exist is another question: a rule without catch-up explains the days that went by.
    @Test func withoutCatchUpThePastIsWaived() async throws {
        let house = try await MachineBureau(at: "2026-03-02T08:00")
        try await house.addRule(
            "visit", "level:day", "product:visit", "officers:officer", "due:workday 1 at 17:30", "catch-up:none")
        try await house.sleep(until: "2026-03-05T09:00")
        var found: [String] = []
        for day in 2...5 {
            let status = try await house.task("O-7", "2026-03-0\(day)")?.status
            found.append([status?.state.rawValue, status?.reason].compactMap(\.self).joined(separator: ":"))
        }
        #expect(found == ["open", "waived:downtime", "waived:downtime", "open"])
    }
}

private struct Message: Hashable {
    var key: String
    var readyAt: String
}

extension MachineBureau {
    fileprivate func messages() async throws -> [Message] {
        try await store.read { reading in
            try reading.deliveries(DeliveryFilter()).map {
                Message(key: $0.message, readyAt: "\($0.readyAt.date) \($0.readyAt.timeOfDay)")
            }
        }
    }

    fileprivate func task(_ officer: String, _ day: String) async throws -> Obligation? {
        let subject = try #require(Subject(officer))
        return try await store.read { try $0.task(source: "R-1", subject: subject, occurrence: day) }
    }

    fileprivate func told(_ officer: String, _ day: String) async throws -> Int? {
        let task = try #require(try await task(officer, day))
        let subject = try #require(Subject(officer))
        return try await store.read { try $0.told([task.id])[ReminderDecision.Told(task: task.id, recipient: subject)] }
    }
}
