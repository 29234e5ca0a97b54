import Foundation
import Testing

/// What appears by itself, on the statutory calendar of 2026, in the real daemon under a virtual clock.
@Suite(.serialized)
struct CadenceSerial {
    /// Officers of the profile `banan` whom the daily inventory asks.
    private static let banansOfficers = 12
    private static let banansUnits = 6

    @Test func weekWithoutWorkingDayHasNothingMissed() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-01-01T00:00")
        _ = try daemon.document("profile", "apply", "banan")
        try daemon.advance(to: "2026-03-20T09:00")

        let empty = try daemon.tasks("period:2026-W08")
        #expect(empty.count == Self.banansUnits)
        #expect(empty.allSatisfy { $0["state"].string == "waived" && $0["reason"].string == "calendar" })
        for day in 16...22 { #expect(try daemon.tasks("period:2026-02-\(day)").isEmpty) }

        // The week before, which nobody reported, shows that something can be missed.
        let before = try daemon.tasks("period:2026-W07", "product:consolidation")
        #expect(before.count == Self.banansUnits)
        #expect(before.allSatisfy { $0["state"].string == "missed" })
        #expect(before.allSatisfy { $0["due_at"].string == "2026-02-14T16:00:00+08:00" })

        let after = try daemon.tasks("period:2026-W09", "product:consolidation")
        #expect(after.count == Self.banansUnits)
        #expect(after.allSatisfy { $0["due_at"].string == "2026-02-28T16:00:00+08:00" })
    }

    @Test func inventoryRunsOnTheMakeUpSundayAndNotOnTheSaturdayBefore() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-09-14T00:00")
        _ = try daemon.document("profile", "apply", "banan")
        try daemon.advance(to: "2026-09-21T00:00")
        let sunday = try daemon.tasks("product:inventory", "period:2026-09-20")
        #expect(sunday.count == Self.banansOfficers)
        #expect(sunday.allSatisfy { $0["due_at"].string == "2026-09-20T17:30:00+08:00" })
        #expect(try daemon.tasks("product:inventory", "period:2026-09-19").isEmpty)
    }

    @Test(arguments: ["2026-01-01T00:00", "2026-02-11T09:00", "2026-09-23T12:00"])
    func nextIsWhatHappens(_ start: String) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: start)
        _ = try daemon.document("profile", "apply", "banan")
        let foretold = try daemon.document("task", "next", "-n", "60")["tasks"].items
        #expect(foretold.count == 60)
        let last = try #require(foretold.last?["due_at"].string)
        try daemon.advance(to: last)
        let happened = try daemon.tasks().filter { $0["state"].string != "waived" }

        let told = Set(foretold.map { Occurrence(rule: $0["rule"], $0) })
        #expect(told.count == foretold.count)
        let all = Set(happened.map { Occurrence(rule: $0["source"], $0) })
        #expect(told.subtracting(all) == [])
        // The sixty may end among several of one instant.
        let unforetold = all.subtracting(told).filter { $0.due > "\(start):00+08:00" && $0.due < last }
        #expect(unforetold == [])
    }

    @Test func dispatchFollowsTheHolidays() throws {
        // Mondays off by the notice for 2026, and the working day that follows. 16 February lies in a week without one.
        let moved = [
            "2026-02-23": "2026-02-24", "2026-04-06": "2026-04-07", "2026-05-04": "2026-05-06",
            "2026-10-05": "2026-10-08",
        ]
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-01-05T00:00")
        _ = try daemon.document("profile", "apply", "jiulongpo")
        try daemon.advance(to: "2026-10-18T00:00")
        let tasks = try daemon.tasks("product:dispatch")
        let due = tasks.filter { $0["state"].string != "waived" }.compactMap { $0["due_at"].string }
        let expected = Days.from("2026-01-05", every: 7, count: 41).filter { $0 != "2026-02-16" }
            .map { (moved[$0] ?? $0) + "T09:00:00+08:00" }
        #expect(due.sorted() == expected)
        #expect(
            tasks.filter { $0["state"].string == "waived" }.map { $0["period"].string } == ["2026-W08"])
    }

    @Test func weeksOfAnOutageAreCaughtUpOnceInOrderAndMarked() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-03-02T09:00")
        _ = try daemon.document("profile", "apply", "banan")
        #expect(try daemon.tasks("period:2026-03-02").count == Self.banansOfficers)
        #expect(try daemon.stop().code == 0)
        try daemon.start(at: "2026-03-23T09:00")

        let all = try daemon.tasks()
        let keys = all.map { Occurrence(rule: $0["source"], $0).key }
        #expect(Set(keys).count == keys.count)
        let daily = all.filter { $0["product"] == .text("inventory") }
        // Three weeks of March without holidays, from Tuesday on, and the Monday of the start.
        let days = Days.from("2026-03-03", every: 1, count: 20).filter { !Days.isWeekend($0) } + ["2026-03-23"]
        for day in days {
            let tasks = daily.filter { $0["period"].string == day }
            #expect(Set(tasks.map { $0["subject"].string }).count == Self.banansOfficers, "\(day)")
            #expect(tasks.count == Self.banansOfficers, "\(day)")
            #expect(tasks.allSatisfy { $0["detected_late"].isTrue == (day != "2026-03-23") }, "\(day)")
        }
        for week in ["2026-W11", "2026-W12"] {
            let tasks = all.filter { $0["period"].string == week && $0["product"].string == "consolidation" }
            #expect(tasks.count == Self.banansUnits)
            #expect(tasks.allSatisfy { $0["detected_late"].isTrue })
        }
        let inOrder = daily.sorted { Self.number($0) < Self.number($1) }.compactMap { $0["period"].string }
        #expect(inOrder == inOrder.sorted())
    }

    @Test func clockBeforeTheMarkIsRefused() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: "2026-03-02T09:00")
        _ = try daemon.document("profile", "apply", "banan")
        try daemon.advance(to: "2026-03-05T09:00")
        try daemon.stop()
        #expect(try root.refusal(at: "2026-03-04T09:00").code == 78)
        // The same instant is not before it.
        try daemon.start(at: "2026-03-05T09:00")
    }

    @Test func storeOfOneClockRefusesTheOther() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        try root.start(at: "2026-03-02T09:00", name: "v").stop()
        let real = try root.refusal(at: nil, name: "v")
        #expect(real.code == 78, "\(real)")
        #expect(real.errors.contains("virtual"), "\(real)")
        try root.start(at: nil, name: "r").stop()
        let virtual = try root.refusal(at: "2050-01-01T09:00", name: "r")
        #expect(virtual.code == 78, "\(virtual)")
    }

    private static func number(_ task: JSON) -> Int {
        Int(task["id"].string?.dropFirst(2) ?? "") ?? 0
    }
}

/// One task as its forecast and its record name it.
private struct Occurrence: Hashable {
    let rule: String
    let subject: String
    let period: String
    let due: String

    init(rule: JSON, _ task: JSON) {
        self.rule = rule.string ?? ""
        subject = task["subject"].string ?? ""
        period = task["period"].string ?? ""
        due = task["due_at"].string ?? ""
    }

    /// What may exist once only.
    var key: String { "\(rule) \(subject) \(period)" }
}

/// Dates by another implementation than the product's.
private enum Days {
    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        return calendar
    }()

    static func from(_ first: String, every step: Int, count: Int) -> [String] {
        guard let start = date(first) else { return [] }
        return (0..<count).compactMap { calendar.date(byAdding: .day, value: $0 * step, to: start) }.map(text)
    }

    static func isWeekend(_ text: String) -> Bool {
        date(text).map(calendar.isDateInWeekend) ?? false
    }

    private static func date(_ text: String) -> Date? {
        try? Date(text + "T00:00:00Z", strategy: .iso8601)
    }

    private static func text(_ date: Date) -> String {
        String(date.ISO8601Format().prefix(10))
    }
}
