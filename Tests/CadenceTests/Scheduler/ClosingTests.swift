import Cadence
import Identifiers
import Testing
import WorkCalendar

/// What the scheduler closes by itself: tasks that nobody did, reports whose time has come.
struct ClosingTests {
    let calendar: WorkingDayCalendar

    init() throws { calendar = try StatutoryCalendar.load() }

    /// Ten working days after Monday 2 March 2026: 3 4 5 6, 9 10 11 12 13, 16.
    @Test func anOpenTaskIsMissedTenWorkingDaysAfterItWasDue() throws {
        var rule = try Rule.inventory(from: "2026-03-02")
        rule.until = try period("2026-03-02")
        var bureau = PlayedBureau([rule], .of(try .officer(1)), calendar)
        let next = try bureau.settle(at: instant("2026-03-02T00:00")).next
        #expect(try next == instant("2026-03-16T17:30"))
        #expect(try bureau.settle(at: instant("2026-03-16T17:29:59")).acts.isEmpty)
        try bureau.settle(at: instant("2026-03-16T17:30"))
        #expect(bureau.lines(of: 1) == ["O-1 2026-03-02 2026-03-02 17:30 missed"])
        #expect(try bureau.settle(at: instant("2026-03-17T00:00")).next == nil)
    }

    /// Due on Friday 13 February 2026; the working days after it are 14 (Saturday), 24 to 28 and 2 to 5 March.
    @Test func theDaysOfGraceAreWorkingDaysOverTheFestival() throws {
        #expect(
            try Scheduler().missedAt(instant("2026-02-13T17:30"), calendar) == instant("2026-03-05T17:30"))
        #expect(
            try Scheduler(graceWorkingDays: 1).missedAt(instant("2026-02-13T17:30"), calendar)
                == instant("2026-02-14T17:30"))
    }

    @Test func whatWasHandedInIsNeverMissed() throws {
        var bureau = PlayedBureau([try .inventory(from: "2026-03-02")], .of(try .officer(1)), calendar)
        bureau.isDiligent = true
        try bureau.play(from: instant("2026-03-02T00:00"), to: instant("2026-04-30T00:00"))
        #expect(bureau.missed.isEmpty)
    }

    /// Week 10 of 2026 ends on Sunday 8 March; its report freezes on Monday the 9th at noon.
    @Test func aReportFreezesAtItsTimeOnceItWasSubmitted() throws {
        var bureau = PlayedBureau([try .consolidation(from: "2026-W10")], .of(), calendar)
        try bureau.settle(at: instant("2026-03-02T00:00"))
        bureau.submit(TaskID(2), at: try instant("2026-03-06T15:00"))
        try bureau.settle(at: instant("2026-03-09T11:59:59"))
        #expect(bureau.frozen.isEmpty)
        try bureau.play(from: instant("2026-03-09T11:59:59"), to: instant("2026-03-09T12:00"))
        #expect(bureau.frozen == ["R-2 U-2 2026-W10"])
    }

    @Test func aLateSubmissionFreezesAtOnce() throws {
        var bureau = PlayedBureau([try .consolidation(from: "2026-W10")], .of(), calendar)
        try bureau.settle(at: instant("2026-03-10T08:00"))
        #expect(bureau.frozen.isEmpty)
        bureau.submit(TaskID(1), at: try instant("2026-03-10T09:00"))
        try bureau.settle(at: instant("2026-03-10T09:00"))
        #expect(bureau.frozen == ["R-2 U-1 2026-W10"])
    }

    @Test func issuesFreezeInTheOrderOfTheirTimesThenPeriodsThenNumbers() throws {
        var bureau = PlayedBureau([try .consolidation(from: "2026-W10")], .of(), calendar)
        try bureau.settle(at: instant("2026-03-20T08:00"))
        for number in [4, 1, 3, 2] { bureau.submit(TaskID(Int64(number)), at: try instant("2026-03-20T09:00")) }
        try bureau.settle(at: instant("2026-03-20T09:00"))
        #expect(bureau.frozen == ["R-2 U-1 2026-W10", "R-2 U-2 2026-W10", "R-2 U-1 2026-W11", "R-2 U-2 2026-W11"])
    }

    /// The week to 5 April freezes on Tuesday the 7th, after Qingming; March freezes on Friday the 3rd, though its
    /// tasks came later.
    @Test func theEarlierTimeFreezesFirstWhateverTheNumbers() throws {
        let report = try Rule.make(
            3, "report", .month, .report, .scope, "after-end workday 3 at 17:30", from: "2026-03",
            freeze: "after-end workday 3 at 17:30")
        var bureau = PlayedBureau([try .consolidation(from: "2026-W14"), report], .of(), calendar)
        try bureau.play(from: instant("2026-03-30T00:00"), to: instant("2026-04-09T08:00"))
        for task in bureau.tasks where task.unit == UnitID(1) { bureau.submit(task.id, at: task.dueAt) }
        try bureau.settle(at: instant("2026-04-09T09:00"))
        #expect(bureau.frozen == ["R-3 U-1 2026-03", "R-2 U-1 2026-W14"])
    }
}
