import Foundation
import Testing

/// Pauses, backfills and edits of rules through the real programs, and what they leave alone.
@Suite(.serialized, .enabled(if: Program.canTest(with: "python3"), "python3 is missing"))
struct PauseSerial {
    /// Officers of the profile `banan` whom the daily inventory asks.
    private static let officers = 12

    private func bureau(_ root: TemporaryRoot) throws -> Daemon {
        let daemon = try root.start(at: "2026-03-02T09:00")
        _ = try daemon.document("profile", "apply", "banan")
        return daemon
    }

    @Test func aPauseIsShownEverywhereAndSkippingLeavesNothingOpen() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try bureau(root)
        _ = try daemon.document("rule", "pause", "bn.inventory", "--from", "2026-03-03", "--reason", "搬迁")
        try daemon.advance(to: "2026-03-06T09:00")
        for day in 3...6 { #expect(try daemon.tasks("product:inventory", "period:2026-03-0\(day)").isEmpty) }

        let shown = try daemon.document("rule", "show", "bn.inventory")
        #expect(shown["pauses"].items.map { $0["from"].string } == ["2026-03-03"])
        #expect(shown["pauses"][0]["reason"].string == "搬迁")
        #expect(shown["watermark"].string == "2026-03-02")
        let explained = try daemon.failure("task", "explain", "bn.inventory", "2026-03-04", code: 66)
        #expect(explained["message"].string?.contains("paused") == true, "\(explained)")

        _ = try daemon.document("rule", "resume", "bn.inventory", "--policy", "skip")
        for day in 3...5 {
            let tasks = try daemon.tasks("product:inventory", "period:2026-03-0\(day)")
            #expect(tasks.count == Self.officers)
            #expect(tasks.allSatisfy { $0["state"].string == "waived" && $0["reason"].string == "pause" })
        }
        let today = try daemon.tasks("product:inventory", "period:2026-03-06")
        #expect(today.count == Self.officers)
        #expect(today.allSatisfy { $0["state"].string == "open" })
        let waived = try #require(try daemon.tasks("product:inventory", "period:2026-03-04").first?["id"].string)
        let steps = try daemon.document("task", "explain", waived)["steps"].items
        #expect(steps.contains { $0["name"].string == "pause" && $0["value"].string == "2026-03-03 → 2026-03-05 skip" })
        let history = try daemon.document("rule", "show", "bn.inventory")["history"].items
        #expect(history.contains { $0["verb"].string == "rule.paused" && !$0["changed"].items.isEmpty })
    }

    /// Over periods that are live: the rows that were there are the same bytes afterwards, and so is the mark.
    @Test func aBackfillOverLivePeriodsLeavesRowsAndWatermarkAlone() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try bureau(root)
        _ = try daemon.document("rule", "pause", "bn.inventory", "--from", "2026-03-03", "--reason", "搬迁")
        try daemon.advance(to: "2026-03-05T09:00")
        _ = try daemon.document("rule", "resume", "bn.inventory", "--policy", "skip")
        // An officer who comes later has no tasks of the days before, and some of the others are done.
        _ = try daemon.document("log", "走访企业", "--as", "bn-ne-1")
        _ = try daemon.document("officer", "add", "bn-ne-3", "name:新人", "unit:bn-ne", "role:officer", "from:2026-03-02")
        let rows = try daemon.rows("SELECT * FROM task ORDER BY id")
        let marks = try daemon.rows("SELECT * FROM mark WHERE key <> 'clock.record' ORDER BY key")
        let watermark = try daemon.document("rule", "show", "bn.inventory")["watermark"]
        let words = ["rule", "backfill", "bn.inventory", "--from", "2026-03-02", "--to", "2026-03-05"]

        let dry = try daemon.document(words + ["--dry-run"])
        #expect(try daemon.rows("SELECT * FROM task ORDER BY id") == rows)
        let filled = try daemon.document(words)
        #expect(filled["changed"] == dry["changed"])
        let after = try daemon.rows("SELECT * FROM task ORDER BY id")
        #expect(Array(after.prefix(rows.count)) == rows)
        // The days before of the one who came: the fifth was made when she came.
        let added = try daemon.rows("SELECT occurrence FROM task WHERE id > \(rows.count) ORDER BY occurrence")
        #expect(added == ["[\"2026-03-02\"]", "[\"2026-03-03\"]", "[\"2026-03-04\"]"])
        #expect(try daemon.rows("SELECT * FROM mark WHERE key <> 'clock.record' ORDER BY key") == marks)
        #expect(try daemon.document("rule", "show", "bn.inventory")["watermark"] == watermark)
        let history = try daemon.document("rule", "show", "bn.inventory")["history"].items
        #expect(history.contains { $0["verb"].string == "rule.backfilled" && !$0["changed"].items.isEmpty })

        let beyond = try daemon.failure(
            "rule", "backfill", "bn.inventory", "--from", "2026-03-02", "--to", "2026-03-20", code: 65)
        #expect(beyond["hint"].string?.contains("--to 2026-03-05") == true, "\(beyond)")
    }

    @Test func anEditHoldsFromTheNextPeriodUnlessItIsForThisOne() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try bureau(root)
        try daemon.advance(to: "2026-03-09T09:00")
        let week = { try daemon.tasks("product:consolidation", "period:2026-W11").compactMap { $0["due_at"].string } }
        let friday = Array(repeating: "2026-03-13T16:00:00+08:00", count: 6)
        #expect(try week() == friday)
        _ = try daemon.document("rule", "edit", "bn.consolidation", "due:weekday Thu at 11:00")
        #expect(try week() == friday)
        let shown = try daemon.document("rule", "show", "bn.consolidation")
        #expect(shown["revisions"].items.map { $0["from"].string }.last == "2026-W12")
        _ = try daemon.document("rule", "edit", "bn.consolidation", "due:weekday Wed at 12:00", "--this-period")
        #expect(try week() == Array(repeating: "2026-03-11T12:00:00+08:00", count: 6))
        let task = try #require(try daemon.tasks("product:consolidation", "period:2026-W11").first?["id"].string)
        let steps = try daemon.document("task", "explain", task)["steps"].items
        #expect(steps.contains { $0["name"].string == "moved" })
        try daemon.advance(to: "2026-03-16T09:00")
        let next = try daemon.tasks("product:consolidation", "period:2026-W12").compactMap { $0["due_at"].string }
        #expect(next == Array(repeating: "2026-03-19T11:00:00+08:00", count: 6))
        let nothing = try daemon.failure("rule", "edit", "bn.consolidation", code: 65)
        #expect(nothing["hint"].string?.contains("due:") == true, "\(nothing)")
    }
}
