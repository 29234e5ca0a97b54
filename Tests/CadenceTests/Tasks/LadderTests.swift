import Cadence
import Identifiers
import Testing
import WorkCalendar

/// The standard ladder: 80 % of the limit, the limit, two and four working days after it. Worked out by hand.
struct LadderTests {
    let calendar: WorkingDayCalendar
    var ladder: Ladder { Ladder(steps: LadderStep.standard, calendar: calendar) }

    init() throws { calendar = try StatutoryCalendar.load() }

    static let cases: [(start: String, due: String, steps: [String])] = [
        // A day of 17 h 30 min: 80 % are 14 h.
        (
            "2026-03-02T00:00", "2026-03-02T17:30",
            ["2026-03-02T14:00", "2026-03-02T17:30", "2026-03-04T17:30", "2026-03-06T17:30"]
        ),
        // Four days and 16 h are 112 h: 80 % are 89 h 36 min. The steps after it skip the weekend.
        (
            "2026-03-09T00:00", "2026-03-13T16:00",
            ["2026-03-12T17:36", "2026-03-13T16:00", "2026-03-17T16:00", "2026-03-19T16:00"]
        ),
        // Monday 23 February is a holiday, Saturday the 28th works: 112 h from Tuesday on.
        (
            "2026-02-23T00:00", "2026-02-28T16:00",
            ["2026-02-27T17:36", "2026-02-28T16:00", "2026-03-03T16:00", "2026-03-05T16:00"]
        ),
        // Before Spring Festival: after Friday the 13th come Saturday the 14th, then the 24th, 25th and 26th.
        (
            "2026-02-13T00:00", "2026-02-13T17:30",
            ["2026-02-13T14:00", "2026-02-13T17:30", "2026-02-24T17:30", "2026-02-26T17:30"]
        ),
        // On a Friday nothing runs into the weekend.
        (
            "2026-03-06T00:00", "2026-03-06T17:30",
            ["2026-03-06T14:00", "2026-03-06T17:30", "2026-03-10T17:30", "2026-03-12T17:30"]
        ),
        // From Friday noon to Monday noon are 24 h of working time: 80 % are 19 h 12 min, 12 of them on Friday.
        (
            "2026-03-06T12:00", "2026-03-09T12:00",
            ["2026-03-09T07:12", "2026-03-09T12:00", "2026-03-11T12:00", "2026-03-13T12:00"]
        ),
    ]

    @Test(arguments: cases)
    func stepsAreReachedInWorkingTime(start: String, due: String, steps: [String]) throws {
        let reached = try LadderStep.standard.map { step in
            try ladder.instant(of: step, start: instant(start), due: instant(due))
        }
        #expect(try reached == steps.map(instant))
    }

    /// Due on Friday 13 March 2026 at 16:00.
    @Test(
        arguments: [
            ("2026-03-12T00:00", 0), ("2026-03-13T16:00", 0), ("2026-03-13T16:00:01", 1), ("2026-03-17T16:00", 1),
            ("2026-03-17T16:00:01", 2), ("2026-03-19T15:59:59", 2), ("2026-03-19T16:00:01", 3),
            ("2026-12-31T00:00", 3),
        ])
    func theLevelIsTheNumberOfStepsPassedAfterTheLimit(moment: String, level: Int) throws {
        #expect(try ladder.overdueLevel(of: task(.open), now: instant(moment)) == level)
        #expect(try ladder.overdueLevel(of: task(.returned), now: instant(moment)) == level)
    }

    @Test(arguments: ObligationStatus.State.allCases.filter { $0 != .open && $0 != .returned })
    func nobodyIsBehindWithWhatIsDoneOrClosed(state: ObligationStatus.State) throws {
        #expect(try ladder.overdueLevel(of: task(state), now: instant("2026-12-31T00:00")) == 0)
    }

    @Test func theLevelNeverFallsWhileTheTaskIsOpen() throws {
        var last = 0
        for hour in 0..<24 * 20 {
            let moment = try instant("2026-03-10T00:00") + Int64(hour) * Instant.hour
            let level = try ladder.overdueLevel(of: task(.open), now: moment)
            #expect(level >= last)
            last = level
        }
        #expect(last == 3)
    }

    private func task(_ state: ObligationStatus.State) throws -> Obligation {
        try Obligation(
            id: TaskID(1), source: "R-1", subject: .unit(UnitID(1)), occurrence: "2026-W11",
            period: period("2026-W11"), product: .consolidation, unit: UnitID(1), dueAt: instant("2026-03-13T16:00"),
            provisional: false, ruleRevision: 1, calendarRevision: 1, detectedLate: false,
            status: ObligationStatus(state: state))
    }
}
