import Cadence
import Identifiers
import Testing
import WorkCalendar

/// Who is asked: joiners, leavers, people on leave.
struct MembershipTests {
    let calendar: WorkingDayCalendar

    init() throws { calendar = try StatutoryCalendar.load() }

    @Test func aJoinerGetsTheDaysTaskWhileItIsNotDue() throws {
        var bureau = PlayedBureau([try .inventory(from: "2026-03-02")], .of(try .officer(1)), calendar)
        try bureau.settle(at: instant("2026-03-03T00:00"))
        bureau.roster = .of(try .officer(1), try .officer(2, from: "2026-03-03"))
        try bureau.settle(at: instant("2026-03-03T15:00"))
        #expect(
            bureau.lines(of: 1) { $0.subject == .officer(OfficerID(2)) } == ["O-2 2026-03-03 2026-03-03 17:30 open"])
    }

    @Test(arguments: ["2026-03-03T17:30", "2026-03-03T19:00"])
    func aJoinerIsNotAskedForWhatIsDueAlready(moment: String) throws {
        var bureau = PlayedBureau([try .inventory(from: "2026-03-02")], .of(try .officer(1)), calendar)
        try bureau.settle(at: instant("2026-03-03T00:00"))
        bureau.roster = .of(try .officer(1), try .officer(2, from: "2026-03-03"))
        try bureau.settle(at: instant(moment))
        #expect(bureau.tasks.allSatisfy { $0.subject == .officer(OfficerID(1)) })
        try bureau.settle(at: instant("2026-03-04T00:00"))
        #expect(bureau.lines(of: 1).last == "O-2 2026-03-04 2026-03-04 17:30 open")
    }

    @Test func aUnitFoundedInTheMiddleOfTheWeekHandsInThatWeek() throws {
        var bureau = PlayedBureau([try .consolidation(from: "2026-W10")], .of(), calendar)
        try bureau.settle(at: instant("2026-03-02T00:00"))
        bureau.roster = Roster(
            offices: Roster.offices + [
                Roster.Office(id: UnitID(3), parent: UnitID(1), kind: "taskForce", active: true)
            ], members: [])
        try bureau.settle(at: instant("2026-03-05T09:00"))
        #expect(bureau.lines(of: 2).last == "U-3 2026-W10 2026-03-06 16:00 open")
    }

    @Test func aMembershipBoundsTheDaysThatAreAsked() throws {
        var bureau = PlayedBureau(
            [try .inventory(from: "2026-03-02")],
            .of(try .officer(1, from: "2026-03-03", until: "2026-03-05")), calendar)
        try bureau.play(from: instant("2026-03-02T00:00"), to: instant("2026-03-10T00:00"))
        #expect(bureau.tasks.map(\.period.key) == ["2026-03-03", "2026-03-04", "2026-03-05"])
    }

    @Test func whoeverIsOnLeaveAllDayIsWaivedForLeave() throws {
        let leave = try [dates("2026-03-03", "2026-03-04")]
        var bureau = PlayedBureau(
            [try .inventory(from: "2026-03-02")], .of(try .officer(1, leave: leave)), calendar)
        try bureau.play(from: instant("2026-03-02T00:00"), to: instant("2026-03-05T00:00"))
        #expect(
            bureau.lines(of: 1) == [
                "O-1 2026-03-02 2026-03-02 17:30 open", "O-1 2026-03-03 2026-03-03 17:30 waived:leave",
                "O-1 2026-03-04 2026-03-04 17:30 waived:leave", "O-1 2026-03-05 2026-03-05 17:30 open",
            ])
    }

    /// Week 19 of 2026: the 4th and 5th are holidays, 6 to 9 May (Saturday, make-up) are working days.
    @Test(
        arguments: [
            (["2026-05-06 2026-05-09"], "waived:leave"), (["2026-05-06 2026-05-08"], "open"),
            (["2026-05-06 2026-05-07", "2026-05-07 2026-05-09"], "waived:leave"),
            (["2026-05-06 2026-05-07", "2026-05-06 2026-05-07", "2026-05-06 2026-05-07"], "open"),
            (["2026-05-08 2026-05-09", "2026-05-06 2026-05-07"], "waived:leave"), ([], "open"),
        ])
    func aWeekIsWaivedOnlyWhenEveryWorkingDayOfItIsLeave(leave: [String], state: String) throws {
        let rule = try Rule.make(
            1, "weekly", .week, .custom, .officers(roles: ["officer"]), "workday -1 at 16:00", from: "2026-W19")
        let days = try leave.map { try dates(String($0.prefix(10)), String($0.suffix(10))) }
        var bureau = PlayedBureau([rule], .of(try .officer(1, leave: days)), calendar)
        try bureau.settle(at: instant("2026-05-04T00:00"))
        #expect(bureau.lines(of: 1) == ["O-1 2026-W19 2026-05-09 16:00 \(state)"])
    }

    @Test func aJoinerAwayForTheRestOfTheWeekCountsAsOnLeave() throws {
        let rule = try Rule.make(
            1, "weekly", .week, .custom, .officers(roles: ["officer"]), "workday -1 at 16:00", from: "2026-W10")
        let member = try Roster.Member.officer(1, from: "2026-03-05", leave: [dates("2026-03-05", "2026-03-08")])
        var bureau = PlayedBureau([rule], .of(member), calendar)
        try bureau.settle(at: instant("2026-03-02T00:00"))
        #expect(bureau.lines(of: 1) == ["O-1 2026-W10 2026-03-06 16:00 waived:leave"])
    }

    @Test func aRuleThatHadNobodyDoesNotBlameTheFirstWhoComesForThePast() throws {
        var bureau = PlayedBureau([try .inventory(from: "2026-03-02")], .of(), calendar)
        try bureau.play(from: instant("2026-03-02T00:00"), to: instant("2026-03-06T00:00"))
        bureau.roster = .of(try .officer(1, from: "2026-03-06"))
        try bureau.settle(at: instant("2026-03-06T18:00"))
        try bureau.settle(at: instant("2026-03-09T00:00"))
        #expect(bureau.lines(of: 1) == ["O-1 2026-03-09 2026-03-09 17:30 open"])
    }

    /// Units carry no dates of their own, so a unit founded today must not be asked for the weeks before.
    @Test func aUnitFoundedLaterIsNotAskedForWeeksBeforeIt() throws {
        let rule = try Rule.make(
            2, "park", .week, .consolidation, .units(kinds: ["park"]), "workday -1 at 16:00", from: "2026-W10")
        var bureau = PlayedBureau([rule], .of(), calendar)
        try bureau.play(from: instant("2026-03-02T00:00"), to: instant("2026-03-23T00:00"))
        bureau.roster = Roster(
            offices: Roster.offices + [Roster.Office(id: UnitID(3), parent: UnitID(1), kind: "park", active: true)],
            members: [])
        try bureau.settle(at: instant("2026-03-25T09:00"))
        #expect(bureau.lines(of: 2) == ["U-3 2026-W13 2026-03-27 16:00 open"])
    }
}
