import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// What people type is erasable: it stands in the text table and nowhere in the log.
struct ErasableTextTests {
    @Test func noTypedWordReachesAPayloadOrAStoredAnswer() async throws {
        let fixture = try await BureauFixture()
        let secrets = [
            "甲字密语", "乙字密语", "丙字密语", "丁字密语", "戊字密语", "己字密语", "庚字密语", "辛字密语", "壬字密语",
        ]
        let (li, nehead) = (BureauFixture.li, BureauFixture.nehead)
        let week = try #require(try await fixture.task("R-2", "U-2", "2026-W10")).id.description
        let sister = try #require(try await fixture.task("R-2", "U-1", "2026-W10")).id.description
        try await fixture.log(secrets[0], "@" + secrets[1], "+走访")
        _ = try await fixture.bureau.editEntry(CommandWords(["J-1", secrets[2]]), caller: fixture.caller(li))
        _ = try await fixture.bureau.submitTask(
            CommandWords([week, secrets[3], "blockers:" + secrets[4], "next:" + secrets[5], "help:" + secrets[6]]),
            caller: fixture.caller(nehead))
        _ = try await fixture.bureau.returnTasks(
            CommandWords([week], options: ["reason": [secrets[7]]]), caller: fixture.caller(nehead))
        _ = try await fixture.bureau.waiveTasks(
            CommandWords([sister], options: ["reason": [secrets[8]]]), caller: fixture.caller(BureauFixture.head))
        try await fixture.submitWeek()
        _ = try await fixture.bureau.freezeReport(kind: "week", period: "2026-W10", caller: fixture.caller(nehead))
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(li))

        let (payloads, outcomes) = try await fixture.store.read { reading in
            (
                try reading.events(after: 0, limit: 100_000).map { String(decoding: $0.payload, as: UTF8.self) },
                try ["O-1", "O-2", "O-5", "uid:0"].flatMap { try reading.commands(actor: $0, limit: 1000) }
                    .map { "\($0.outcome)" }
            )
        }
        #expect(payloads.count > 20)
        for secret in secrets {
            #expect(!payloads.contains { $0.contains(secret) }, "\(secret) in a payload")
            #expect(!outcomes.contains { $0.contains(secret) }, "\(secret) in a stored answer")
        }
        // And yet they are shown.
        let shown = try await fixture.bureau.explainTask(week, verb: "task.show", caller: fixture.caller(nehead))
        #expect(
            shown.view.narrative == [
                "summary": secrets[3], "blockers": secrets[4], "next": secrets[5], "help": secrets[6],
            ])
    }

    /// Officers' names are staff records and stay; the reason of a leave is not.
    @Test func theReasonOfALeaveIsErasableToo() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.recordLeave(
            CommandWords(["li", "2026-03-03", "reason:手术住院"]), caller: fixture.admin)
        let payloads = try await fixture.store.read { reading in
            try reading.events(after: 0, limit: 10_000).map { String(decoding: $0.payload, as: UTF8.self) }
        }
        let telling = payloads.filter { $0.contains("手术住院") }
        #expect(telling.isEmpty)
    }
}
