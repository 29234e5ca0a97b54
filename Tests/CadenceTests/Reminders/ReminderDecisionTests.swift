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
            [], ["T-7/1/U-2"], ["T-7/2/U-2", "T-7/2/O-1"], ["T-7/3/O-2"], ["T-7/4/O-1", "T-7/4/O-2"],
        ]
        for (moment, keys) in zip(moments, expected) {
            let now = try instant(moment)
            let said = try decision.decide([pending()], told: told, now: now).reminders
            #expect(said.map(\.key) == keys, "\(moment)")
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
        #expect(try decision.decide([pending()], told: [:], now: instant("2026-03-20T00:00")).nextAt == nil)
    }

    @Test func afterAnOutageEachGetsOneDigestWithTheHighestStep() throws {
        let said = try decision.decide(
            [pending(7), pending(8)], told: [:], now: instant("2026-03-18T09:00")
        ).reminders
        #expect(said.map(\.recipient) == [.unit(UnitID(2)), .officer(OfficerID(1)), .officer(OfficerID(2))])
        #expect(said.allSatisfy { $0.kind == .digest && $0.items.map(\.task.number) == [7, 8] })
        #expect(said.map { $0.items[0].level } == [2, 2, 3])
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
