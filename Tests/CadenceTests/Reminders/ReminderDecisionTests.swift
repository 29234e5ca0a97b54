import Cadence
import Identifiers
import Testing
import WorkCalendar

/// A week's task of unit 2, due on Friday 13 March 2026 at 16:00; its ladder is worked out by hand in `LadderTests`.
struct ReminderDecisionTests {
    let calendar: WorkingDayCalendar
    let roster = Roster(
        offices: [
            Roster.Office(id: UnitID(1), parent: nil, kind: "bureau", active: true),
            Roster.Office(id: UnitID(2), parent: UnitID(1), kind: "taskForce", active: true),
        ],
        members: [
            Self.member(1, "leader", unit: 1), Self.member(2, "supervisor", unit: 1),
            Self.member(3, "officer", unit: 2),
        ])

    init() throws { calendar = try StatutoryCalendar.load() }

    private static func member(_ id: Int64, _ role: String, unit: Int64) -> Roster.Member {
        Roster.Member(
            id: OfficerID(id), roles: [role],
            stretches: [Roster.Stretch(unit: UnitID(unit), from: CivilDate(ordinal: 0), until: nil)], leave: [],
            active: true)
    }

    /// What is said at each moment when everything said before is known, and to whom.
    @Test func eachStepIsToldOnceToThoseItNames() throws {
        var told: [ReminderDecision.Told: Int] = [:]
        let moments = [
            "2026-03-12T17:35:59", "2026-03-12T17:36", "2026-03-13T16:00", "2026-03-17T16:00", "2026-03-19T16:00",
        ]
        let expected = [
            [], ["1/U-2"], ["2/U-2", "2/O-1"], ["5/U-2", "5/O-1", "5/O-2"], ["6/U-2", "6/O-1", "6/O-2"],
        ]
        for (moment, keys) in zip(moments, expected) {
            let now = try instant(moment)
            let said = try decision.decide([pending()], told: told, now: now).reminders
            #expect(said.map(\.key) == keys.map { "T-7/2026-W11/remind/\($0)" }, "\(moment)")
            for reminder in said {
                for item in reminder.items {
                    told[ReminderDecision.Told(task: item.task, recipient: reminder.recipient)] = item.level
                }
            }
            #expect(try decision.decide([pending()], told: told, now: now).reminders.isEmpty)
        }
    }

    @Test func theNextStepIsAnnounced() throws {
        let found = try decision.decide([pending()], told: [:], now: instant("2026-03-12T17:35")).nextAt
        #expect(try found == instant("2026-03-12T17:36"))
        #expect(try decision.decide([pending()], told: [:], now: instant("2026-03-26T00:00")).nextAt == nil)
    }

    @Test func afterAnOutageEachGetsOneDigestWithTheHighestStep() throws {
        let said = try decision.decide(
            [pending(7), pending(8)], told: [:], now: instant("2026-03-18T09:00")
        ).reminders
        #expect(said.map(\.recipient) == [.unit(UnitID(2)), .officer(OfficerID(1)), .officer(OfficerID(2))])
        #expect(said.allSatisfy { $0.kind == .digest && $0.items.map(\.task.number) == [7, 8] })
        #expect(said.map { $0.items[0].level } == [5, 5, 5])
    }

    /// Played half-hour by half-hour for a month. The ladder of domain.md names the supervisor two working days after the
    /// limit; repeats come after one hour and 1, 2, 4 and 8 working days: Monday 16, Tuesday 17, Thursday 19 and
    /// Wednesday 25 March 2026.
    @Test func anOpenTaskIsToldAtGrowingDistancesAndThenNeverAgain() throws {
        var told: [ReminderDecision.Told: Int] = [:]
        var lines: [String] = []
        var now = try instant("2026-03-09T00:00")
        while try now < instant("2026-04-20T00:00") {
            for reminder in try decision.decide([pending()], told: told, now: now).reminders {
                lines.append("\(now.date) \(now.timeOfDay) \(reminder.kind.rawValue) \(reminder.recipient)")
                told[ReminderDecision.Told(task: TaskID(7), recipient: reminder.recipient)] = reminder.items[0].level
            }
            now = now + 30 * Instant.minute
        }
        var expected = ["2026-03-12 18:00 reminder U-2"]
        for moment in ["13 16:00 reminder", "13 17:00 reminder", "16 16:00 reminder"] {
            expected += ["U-2", "O-1"].map { "2026-03-\(moment) \($0)" }
        }
        for moment in ["17 16:00 escalation", "19 16:00 escalation", "25 16:00 escalation"] {
            expected += ["U-2", "O-1", "O-2"].map { "2026-03-\(moment) \($0)" }
        }
        #expect(lines == expected)
    }

    @Test func amnestyTakesTheOutageOffTheAge() throws {
        var decision = decision
        let outage = try OutageFound(since: instant("2026-03-13T12:00"), until: instant("2026-04-13T09:00"))
        decision.outages = [outage]
        var late = try pending()
        late.task.detectedLate = true
        let said = decision.decide([late], told: [:], now: outage.until).reminders
        // Just due, as it were: the owner and the head are told, nobody above.
        #expect(said.map(\.recipient) == [.unit(UnitID(2)), .officer(OfficerID(1))])
        #expect(said.allSatisfy { $0.kind == .digest && $0.detectedLate })
    }

    @Test(arguments: [ObligationStatus.State.submitted, .accepted, .waived, .missed, .void])
    func whatIsDoneIsNotRemindedOf(_ state: ObligationStatus.State) throws {
        var done = try pending()
        done.task.status.state = state
        let found = try decision.decide([done], told: [:], now: instant("2026-03-13T17:00"))
        #expect(found.reminders.isEmpty)
        #expect(found.nextAt == nil)
    }

    @Test(
        arguments: [
            ("2026-03-02T20:59", "2026-03-02T20:59"), ("2026-03-02T21:00", "2026-03-03T08:00"),
            ("2026-03-03T07:59", "2026-03-03T08:00"), ("2026-03-03T08:00", "2026-03-03T08:00"),
        ])
    func quietHoursHoldMessagesBack(at: String, released: String) throws {
        let quiet = try #require(QuietHours("21:00-08:00"))
        #expect(try quiet.release(instant(at)) == instant(released))
    }

    private var decision: ReminderDecision { ReminderDecision(calendar: calendar, roster: roster) }

    private func pending(_ number: Int64 = 7) throws -> ReminderDecision.Pending {
        let task = try Obligation(
            id: TaskID(number), source: "R-1", subject: .unit(UnitID(2)), occurrence: "2026-W11",
            period: period("2026-W11"), product: .consolidation, unit: UnitID(2), dueAt: instant("2026-03-13T16:00"),
            provisional: false, ruleRevision: 1, calendarRevision: 1, detectedLate: false, status: .open)
        return try ReminderDecision.Pending(task: task, steps: LadderStep.standard, start: instant("2026-03-09T00:00"))
    }
}
