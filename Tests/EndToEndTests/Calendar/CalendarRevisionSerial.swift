import Foundation
import Testing

/// Notices that come and change while tasks are open.
@Suite(.serialized)
struct CalendarRevisionSerial {
    /// Saturday 28 February 2026 is a make-up working day, on which the week's consolidations are due; on the Wednesday
    /// before, an emergency notice revokes it.
    @Test func aRevokedMakeUpDayMovesWhatIsOpenAndNothingThatIsClosed() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-02-23T00:00")
        _ = try daemon.document("profile", "apply", "banan")
        try daemon.advance(to: "2026-02-25T09:00")
        let week = "period:2026-W09"
        let done = try #require(try daemon.tasks(week, "product:consolidation", "unit:bn-ne").first?["id"].string)
        _ = try daemon.document("--as", "bn-ne-head", "task", "submit", done, "visits")
        _ = try daemon.document("--as", "bn-head", "task", "accept", done)
        let before = try dues(daemon)
        #expect(before.count == 6)
        #expect(before.values.allSatisfy { $0 == "2026-02-28T16:00:00+08:00" })

        let shipped = try String(contentsOfFile: Program.share + "/calendars/cn-2026.json", encoding: .utf8)
        let lines = shipped.split(separator: "\n", omittingEmptySubsequences: false)
        let kept = lines.filter { !$0.contains("2026-02-28") }
        try #require(kept.count == lines.count - 1)
        let file = try root.write(kept.joined(separator: "\n"), to: "revised.json")

        let plan = try daemon.zs("calendar", "import", file, "--dry-run")
        #expect(plan.code == 0, "\(plan)")
        #expect(plan.output.contains("2026-02-27"), "\(plan)")
        #expect(try dues(daemon) == before)

        _ = try daemon.document("calendar", "import", file)
        let after = try dues(daemon)
        for (task, due) in after {
            #expect(due == (task == done ? "2026-02-28T16:00:00+08:00" : "2026-02-27T16:00:00+08:00"), "\(task)")
        }
        for (task, moves) in try after.keys.map({ ($0, try history(of: $0, daemon)) }) {
            let expected = ["2026-02-28T16:00:00+08:00 → 2026-02-27T16:00:00+08:00 (calendar 2026)"]
            #expect(moves == (task == done ? [] : expected), "\(task)")
        }
        // Importing it again changes nothing; the Saturday asks nothing of anybody.
        let events = try daemon.document("status")["database"]["events"]
        _ = try daemon.document("calendar", "import", file)
        #expect(try daemon.document("status")["database"]["events"] == events)
        try daemon.advance(to: "2026-03-01T09:00")
        #expect(try daemon.tasks("product:inventory", "period:2026-02-28").isEmpty)
        #expect(try daemon.tasks("product:inventory", "period:2026-02-27").count == 12)
        let years = try daemon.document("calendar", "years")["years"].items
        #expect(years.first { $0["year"].int == 2026 }?["revision"].int == 2)
    }

    /// What rests on a year without a notice is marked until the notice comes.
    @Test func aProvisionalDueTimeBecomesCertain() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2027-01-04T09:00")
        _ = try daemon.document("profile", "apply", "banan")
        try daemon.advance(to: "2027-01-11T09:00")
        let next = try daemon.tasks("period:2027-W02", "product:consolidation")
        #expect(next.count == 6)
        #expect(next.allSatisfy { $0["provisional"].isTrue && $0["due_at"].string == "2027-01-15T16:00:00+08:00" })
        let file = try root.write(
            """
            {"year": 2027, "status": "published", "days": [
             {"date": "2027-01-01", "kind": "off", "name_zh": "元旦", "name_en": "New Year"},
             {"date": "2027-01-15", "kind": "off", "name_zh": "调休", "name_en": "Swapped"},
             {"date": "2027-01-17", "kind": "work", "name_zh": "调休", "name_en": "Swapped"}]}
            """, to: "cn-2027.json")
        _ = try daemon.document("calendar", "import", file)
        let published = try daemon.tasks("period:2027-W02", "product:consolidation")
        #expect(published.allSatisfy { !$0["provisional"].isTrue })
        #expect(published.allSatisfy { $0["due_at"].string == "2027-01-17T16:00:00+08:00" })
    }

    private func dues(_ daemon: Daemon) throws -> [String: String] {
        var dues: [String: String] = [:]
        for task in try daemon.tasks("period:2026-W09", "product:consolidation") {
            dues[try #require(task["id"].string)] = task["due_at"].string
        }
        return dues
    }

    private func history(of task: String, _ daemon: Daemon) throws -> [String] {
        try daemon.document("task", "explain", task)["steps"].items.filter { $0["name"].string == "moved" }
            .compactMap { $0["value"].string }
    }
}
