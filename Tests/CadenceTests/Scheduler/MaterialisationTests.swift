import Cadence
import Identifiers
import Testing
import WorkCalendar

struct MaterialisationTests {
    let calendar: WorkingDayCalendar

    init() throws { calendar = try StatutoryCalendar.load() }

    @Test func eachOfficerWithTheRoleAndEachUnitOfTheKindGetsATask() throws {
        var clerk = try Roster.Member.officer(3)
        clerk.roles = ["clerk"]
        var bureau = PlayedBureau(
            [try .inventory(from: "2026-03-02"), try .consolidation(from: "2026-W10")],
            .of(try .officer(1, unit: 1), try .officer(2), clerk, try .officer(4, active: false)), calendar)
        try bureau.settle(at: instant("2026-03-02T00:00"))
        #expect(
            bureau.lines(of: 1) == [
                "O-1 2026-03-02 2026-03-02 17:30 open", "O-2 2026-03-02 2026-03-02 17:30 open",
            ])
        #expect(
            bureau.lines(of: 2) == [
                "U-1 2026-W10 2026-03-06 16:00 open", "U-2 2026-W10 2026-03-06 16:00 open",
            ])
        // A parent exists before its children: the week's tasks have the lower numbers.
        #expect(bureau.tasks.map(\.source) == ["R-2", "R-2", "R-1", "R-1"])
    }

    @Test func aRuleReachesItsScopeAndBelowOnly() throws {
        var rule = try Rule.inventory(from: "2026-03-02")
        rule.scope = UnitID(2)
        var bureau = PlayedBureau([rule], .of(try .officer(1, unit: 1), try .officer(2, unit: 2)), calendar)
        try bureau.settle(at: instant("2026-03-02T00:00"))
        #expect(bureau.tasks.map(\.subject) == [.officer(OfficerID(2))])
        #expect(bureau.tasks.map(\.unit) == [UnitID(2)])
    }

    @Test func aRuleOfTheScopeAsksTheScopeAlone() throws {
        let rule = try Rule.make(
            1, "deployment", .year, .deployment, .scope, "workday 10 at 17:30", from: "2026")
        var bureau = PlayedBureau([rule], .of(try .officer(1)), calendar)
        try bureau.settle(at: instant("2026-01-01T00:00"))
        // Working days of January 2026: 4 (make-up Sunday) 5 6 7 8 9 12 13 14 15.
        #expect(bureau.lines(of: 1) == ["U-1 2026 2026-01-15 17:30 open"])
    }

    /// 16 to 22 February 2026 is Spring Festival: the week has no working day.
    @Test func weekWithoutWorkingDaysIsWaivedAndTheNextIsDueOnItsMakeUpSaturday() throws {
        var bureau = PlayedBureau([try .consolidation(from: "2026-W08")], .of(), calendar)
        try bureau.play(from: instant("2026-02-16T00:00"), to: instant("2026-02-23T00:00"))
        #expect(
            bureau.lines(of: 2) == [
                "U-1 2026-W08 2026-02-22 16:00 waived:calendar", "U-2 2026-W08 2026-02-22 16:00 waived:calendar",
                "U-1 2026-W09 2026-02-28 16:00 open", "U-2 2026-W09 2026-02-28 16:00 open",
            ])
    }

    /// The notice of 2026 makes Sunday 20 September a working day and Friday the 25th a day off.
    @Test func inventoriesExistOnWorkingDaysOnlyMakeUpSundaysIncluded() throws {
        var bureau = PlayedBureau([try .inventory(from: "2026-09-17")], .of(try .officer(1)), calendar)
        try bureau.play(from: instant("2026-09-17T00:00"), to: instant("2026-09-29T12:00"))
        #expect(
            bureau.tasks.map(\.period.key) == [
                "2026-09-17", "2026-09-18", "2026-09-20", "2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24",
                "2026-09-28", "2026-09-29",
            ])
    }

    @Test func makeUpSaturdaysHaveInventories() throws {
        var bureau = PlayedBureau([try .inventory(from: "2026-02-13")], .of(try .officer(1)), calendar)
        try bureau.play(from: instant("2026-02-13T00:00"), to: instant("2026-03-02T12:00"))
        #expect(
            bureau.tasks.map(\.period.key) == [
                "2026-02-13", "2026-02-14", "2026-02-24", "2026-02-25", "2026-02-26", "2026-02-27", "2026-02-28",
                "2026-03-02",
            ])
    }

    @Test func anAfterEndTaskComesToBeTheDayAfterItsPeriod() throws {
        let rule = try Rule.make(
            3, "report", .month, .report, .units(kinds: ["bureau"]), "after-end workday 3 at 17:30", from: "2026-02")
        var bureau = PlayedBureau([rule], .of(), calendar)
        let before = try bureau.settle(at: instant("2026-02-28T23:59:59"))
        #expect(before.acts.isEmpty)
        #expect(try before.next == instant("2026-03-01T00:00"))
        try bureau.settle(at: instant("2026-03-01T00:00"))
        #expect(bureau.lines(of: 3) == ["U-1 2026-02 2026-03-04 17:30 open"])
    }

    @Test func nothingIsMadeBeforeTheFirstPeriodOrAfterTheLast() throws {
        var rule = try Rule.inventory(from: "2026-03-04")
        rule.until = try period("2026-03-06")
        var bureau = PlayedBureau([rule], .of(try .officer(1)), calendar)
        try bureau.play(from: instant("2026-03-01T00:00"), to: instant("2026-03-20T00:00"))
        #expect(bureau.tasks.map(\.period.key) == ["2026-03-04", "2026-03-05", "2026-03-06"])
    }

    @Test func aRevisionHoldsFromItsPeriodOnEvenWhenMadeInTheMiddle() throws {
        var bureau = PlayedBureau([try .consolidation(from: "2026-W10")], .of(), calendar)
        try bureau.settle(at: instant("2026-03-02T00:00"))
        // On Wednesday somebody moves the weekly hand-in to Thursdays, from the next week on.
        let due = try #require(DueRule("weekday Thu roll modified-preceding at 10:00"))
        bureau.rules[0].revisions.append(RuleRevision(number: 2, from: try period("2026-W11"), due: due))
        try bureau.settle(at: instant("2026-03-04T11:00"))
        try bureau.settle(at: instant("2026-03-09T00:00"))
        #expect(
            bureau.lines(of: 2) { $0.unit == UnitID(1) } == [
                "U-1 2026-W10 2026-03-06 16:00 open", "U-1 2026-W11 2026-03-12 10:00 open",
            ])
        #expect(bureau.tasks.map(\.ruleRevision) == [1, 1, 2, 2])
    }

    @Test func thePlaceOfAnOfficerIsTheUnitOfTheDay() throws {
        var member = try Roster.Member.officer(1, unit: 1, until: "2026-03-03")
        member.stretches.append(Roster.Stretch(unit: UnitID(2), from: try date("2026-03-04"), until: nil))
        var bureau = PlayedBureau([try .inventory(from: "2026-03-02")], .of(member), calendar)
        try bureau.play(from: instant("2026-03-02T00:00"), to: instant("2026-03-05T00:00"))
        #expect(bureau.tasks.map(\.unit) == [UnitID(1), UnitID(1), UnitID(2), UnitID(2)])
    }

    @Test func aStepThatFoundEverythingDoneDoesNothing() throws {
        var bureau = PlayedBureau(
            [try .inventory(from: "2026-03-02"), try .consolidation(from: "2026-W10")], .of(try .officer(1)), calendar)
        try bureau.settle(at: instant("2026-03-02T09:00"))
        #expect(try bureau.step(at: instant("2026-03-02T09:00")).acts.isEmpty)
        #expect(try bureau.step(at: instant("2026-03-02T23:00")).acts.isEmpty)
    }
}
