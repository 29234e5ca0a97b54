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
        #expect(events.count == tasks.count)
        #expect(Set(events.compactMap { $0["uid"].string }).count == events.count)
        let due = tasks.compactMap { $0["due_at"].string }.sorted()
        #expect(events.compactMap { $0["start"].string }.sorted() == due)
        for event in events {
            let isOpen = event["alarms"].items == [.text("DISPLAY")]
            #expect(isOpen || event["status"].string != "TENTATIVE")
            #expect((event["status"].string == "TENTATIVE") == (event["summary"].string?.hasPrefix("~ ") == true))
        }
        #expect(events.contains { $0["status"].string == "CANCELLED" })

        // The same on standard output, but for the moment it was made.
        let printed = try daemon.zs("calendar", "feed", "--unit", "bn", "--lang", "zh")
        #expect(printed.output == String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self))
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
