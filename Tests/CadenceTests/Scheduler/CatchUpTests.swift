import Cadence
import Identifiers
import Testing
import WorkCalendar

/// What exists after the service was down.
struct CatchUpTests {
    let calendar: WorkingDayCalendar

    init() throws { calendar = try StatutoryCalendar.load() }

    /// Down from Friday 6 March to Monday 30 March 2026.
    @Test func afterThreeWeeksDownTheTasksExistOnceInOrderAndAreMarked() throws {
        var bureau = PlayedBureau(
            [try .inventory(from: "2026-03-05"), try .consolidation(from: "2026-W10")], .of(try .officer(1)), calendar)
        try bureau.play(from: instant("2026-03-05T08:00"), to: instant("2026-03-06T18:00"))
        let before = bureau.tasks.count
        try bureau.settle(at: instant("2026-03-30T08:00"))
        let made = bureau.tasks[before...].map { task in
            "\(task.subject) \(task.period.key)\(task.detectedLate ? " late" : "")"
        }
        var expected: [String] = []
        for (week, days) in [(11, 9...13), (12, 16...20), (13, 23...27)] {
            expected += ["U-1 2026-W\(week) late", "U-2 2026-W\(week) late"]
            expected += days.map { "O-1 2026-03-\($0 < 10 ? "0" : "")\($0) late" }
        }
        expected += ["U-1 2026-W14", "U-2 2026-W14", "O-1 2026-03-30"]
        #expect(made == expected)
        #expect(Set(bureau.tasks.map { "\($0.source) \($0.subject) \($0.occurrence)" }).count == bureau.tasks.count)
        #expect(bureau.tasks[..<before].allSatisfy { !$0.detectedLate })
    }

    @Test func theDayOfTheRestartIsLateOnlyOnceItsTimeHasPassed() throws {
        for (moment, late) in [("2026-03-09T17:29:59", false), ("2026-03-09T17:30:01", true)] {
            var bureau = PlayedBureau([try .inventory(from: "2026-03-09")], .of(try .officer(1)), calendar)
            try bureau.settle(at: instant(moment))
            #expect(bureau.tasks.map(\.detectedLate) == [late], "\(moment)")
        }
    }

    @Test func whatWasWaivedIsNotLate() throws {
        let leave = try [dates("2026-03-03", "2026-03-03")]
        var bureau = PlayedBureau(
            [try .inventory(from: "2026-03-02"), try .consolidation(from: "2026-W08")],
            .of(try .officer(1, leave: leave)), calendar)
        try bureau.settle(at: instant("2026-03-04T12:00"))
        #expect(
            bureau.lines(of: 1) == [
                "O-1 2026-03-02 2026-03-02 17:30 open late", "O-1 2026-03-03 2026-03-03 17:30 waived:leave",
                "O-1 2026-03-04 2026-03-04 17:30 open",
            ])
        #expect(bureau.lines(of: 2).first == "U-1 2026-W08 2026-02-22 16:00 waived:calendar")
    }

    @Test func withoutCatchUpThePastIsWaivedAndThePresentIsAsked() throws {
        var bureau = PlayedBureau(
            [try .inventory(from: "2026-03-02", catchUp: .none)], .of(try .officer(1)), calendar)
        try bureau.settle(at: instant("2026-03-04T12:00"))
        #expect(
            bureau.lines(of: 1) == [
                "O-1 2026-03-02 2026-03-02 17:30 waived:downtime", "O-1 2026-03-03 2026-03-03 17:30 waived:downtime",
                "O-1 2026-03-04 2026-03-04 17:30 open",
            ])
    }

    /// 366 days before 1 March 2026 is 28 February 2025.
    @Test func nothingOlderThanTheWindowIsMade() throws {
        var bureau = PlayedBureau([try .inventory(from: "2024-01-01")], .of(try .officer(1)), calendar)
        try bureau.settle(at: instant("2026-03-01T12:00"))
        #expect(bureau.tasks.first?.period.key == "2025-02-28")
        #expect(try bureau.tasks.count == workingDays("2025-02-28", "2026-03-01"))
    }

    @Test func aStepStopsAtItsChunkAndTheNextGoesOn() throws {
        let members = try (1...60).map { try Roster.Member.officer(Int64($0)) }
        var bureau = PlayedBureau(
            [try .inventory(from: "2025-06-02")], Roster(offices: Roster.offices, members: members), calendar)
        let now = try instant("2026-03-02T12:00")
        var sizes: [Int] = []
        while true {
            let before = bureau.tasks.count
            let step = try bureau.step(at: now)
            sizes.append(bureau.tasks.count - before)
            if !step.isPartial { break }
            // Deciding what is missed waits until everything exists.
            #expect(bureau.missed.isEmpty)
        }
        let days = try workingDays("2025-06-02", "2026-03-02")
        #expect(sizes.reduce(0, +) == days * 60)
        // Periods are never torn apart: 84 days of 60 are the first to reach 5,000.
        #expect(sizes.dropLast().allSatisfy { $0 == 84 * 60 })
        #expect(bureau.tasks.map(\.period).isSorted)
    }

    /// Counted day by day from the notices.
    private func workingDays(_ first: String, _ last: String) throws -> Int {
        let days = try SlowCalendar()
        return try dates(first, last).filter { days.isWorking($0) }.count
    }
}

extension Array where Element: Comparable {
    fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
