import Foundation
import Testing

/// The calendar that `zs calendar feed` writes, read by PyPI's icalendar.
@Suite(
    .serialized,
    .enabled(if: Program.oraclePython != nil || Program.isEachRequired, "the Python of the tests is missing"))
struct CalendarFeedSerial {
    @Test func feedIsWhatAnotherProgramReads() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-03-02T09:00") {
            _ = try $0.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        try daemon.advance(to: "2026-03-04T09:00")
        _ = try daemon.document("task", "waive", "T-1", "--reason", "出差", "--yes", "--as", "bn-head")
        let file = daemon.root.path + "/feed.ics"
        let outcome = try daemon.zs("calendar", "feed", "--unit", "bn", "--lang", "zh", "-o", file)
        #expect(outcome.code == 0, "\(outcome)")
        let read = try events(file, daemon)
        let events = read["events"].items
        #expect(read["name"].string == "招商 · 巴南区招商投资局")
        #expect(read["refresh"].string == "PT1H")
        let tasks = try daemon.tasks("state:all", "unit:bn")
        // What is foretold has the sequence number 0.
        let made = events.filter { $0["sequence"].int != 0 }
        #expect(made.count == tasks.count)
        #expect(Set(events.compactMap { $0["uid"].string }).count == events.count)
        let due = tasks.compactMap { $0["due_at"].string }.sorted()
        #expect(made.compactMap { $0["start"].string }.sorted() == due)
        for event in made {
            let isOpen = event["alarms"].items == [.text("DISPLAY")]
            #expect(isOpen || event["status"].string != "TENTATIVE")
            #expect((event["status"].string == "TENTATIVE") == (event["summary"].string?.hasPrefix("~ ") == true))
        }
        #expect(events.contains { $0["status"].string == "CANCELLED" })

        // The same on standard output, but for the moment it was made.
        let printed = try daemon.zs("calendar", "feed", "--unit", "bn", "--lang", "zh")
        #expect(printed.output == String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self))
    }

    /// Ninety days ahead, under the identity and at the time that the task then has.
    @Test func whatIsForetoldComesTrue() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-03-02T09:00") {
            _ = try $0.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        let file = daemon.root.path + "/feed.ics"
        #expect(try daemon.zs("calendar", "feed", "--unit", "bn", "-o", file).code == 0)
        let foretold = try events(file, daemon)["events"].items.filter { $0["sequence"].int == 0 }
        let starts = foretold.compactMap { $0["start"].string }
        // 2 March and ninety days are 31 May.
        #expect(starts.allSatisfy { $0 > "2026-03-02T09:00" && $0 <= "2026-05-31T09:00:00+08:00" })
        #expect(starts.contains { $0 > "2026-05-25" })
        #expect(foretold.allSatisfy { $0["status"].string == "TENTATIVE" && $0["alarms"].items.isEmpty })
        #expect(!foretold.contains { $0["summary"].string?.hasPrefix("~ ") == true })

        try daemon.advance(to: "2026-04-15T09:00")
        #expect(try daemon.zs("calendar", "feed", "--unit", "bn", "-o", file).code == 0)
        let now = try events(file, daemon)["events"].items
        let made = Dictionary(
            now.filter { $0["sequence"].int != 0 }.map { ($0["uid"].string ?? "", $0["start"].string ?? "") },
            uniquingKeysWith: { first, _ in first })
        // Tasks that closed more than a month ago are no longer shown; those of the last weeks are.
        let due = foretold.filter { event in
            let start = event["start"].string ?? ""
            return start > "2026-03-16" && start < "2026-04-15T09:00"
        }
        #expect(due.count > 100)
        #expect(due.allSatisfy { made[$0["uid"].string ?? ""] == $0["start"].string })
        #expect(Set(now.compactMap { $0["uid"].string }).count == now.count)

        _ = try daemon.document("setting", "set", "calendar.feed_days", "0")
        #expect(try daemon.zs("calendar", "feed", "--unit", "bn", "-o", file).code == 0)
        #expect(try !events(file, daemon)["events"].items.contains { $0["sequence"].int == 0 })
    }

    /// The notice for 2027 is not out: what rests on it is marked.
    @Test func dueTimesThatMayMoveAreTentative() throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-12-28T09:00") {
            _ = try $0.document("profile", "apply", "banan")
        }
        defer { daemon.root.remove() }
        try daemon.advance(to: "2027-01-05T09:00")
        let file = daemon.root.path + "/feed.ics"
        #expect(try daemon.zs("calendar", "feed", "--officer", "bn-ne-1", "-o", file).code == 0)
        let events = try events(file, daemon)["events"].items
        let foretold = events.filter { $0["sequence"].int == 0 }
        #expect(!foretold.isEmpty && foretold.allSatisfy { $0["summary"].string?.hasPrefix("~ ") == true })
        #expect(events.contains { $0["status"].string == "TENTATIVE" && $0["summary"].string?.hasPrefix("~ ") == true })
        #expect(try daemon.zs("unit", "list", "-o", daemon.root.path + "/units.ics").code == 64)
    }

    private func events(_ file: String, _ daemon: Daemon) throws -> JSON {
        let python = try #require(Program.oraclePython)
        let outcome = try daemon.root.run(python, [Program.oracle("icalendar"), file])
        try #require(outcome.code == 0, "\(outcome)")
        return try outcome.document
    }
}
