import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

/// A bureau U-1 with the task forces U-2 and U-3 below it.
enum AssignmentFixture {
    static let bureau = UnitID(1)
    static let hydrogen = UnitID(2)
    static let biotech = UnitID(3)

    static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    static func officer(
        _ number: Int64, unit: UnitID = hydrogen, load: Int, of capacity: Int, last: Int64? = nil,
        roles: [Role] = [.officer], skills: [String] = [], leave: [Leave] = [], roster: [DatePeriod] = [],
        active: Bool = true, conflicted: Bool = false
    ) throws -> OfficerLoad {
        let officer = Officer(
            id: OfficerID(number), code: "o\(number)", name: "人员\(number)", roles: roles,
            memberships: [Membership(unit: unit, from: try date("2026-01-01"))], capacity: capacity, skills: skills,
            leave: leave, roster: roster, active: active)
        return OfficerLoad(
            officer: officer, unit: active ? unit : nil, load: load, capacity: capacity,
            lastAssigned: last.map { Instant(milliseconds: $0) }, isConflicted: conflicted)
    }

    static func need(_ change: (inout LeadNeed) -> Void = { _ in }) throws -> LeadNeed {
        // Received on Friday before the Spring Festival; the response is due on the working Saturday.
        var need = LeadNeed(
            lead: LeadID(7), unit: hydrogen, window: try date("2026-02-13")...date("2026-02-14"))
        change(&need)
        return need
    }

    static func ladder(
        _ officers: [OfficerLoad], owners: [AssignmentLadder.Owner] = [], claim: AssignmentLadder.Claim? = nil,
        rules: [AssignmentRule] = [], _ change: (inout LeadNeed) -> Void = { _ in }
    ) throws -> AssignmentLadder {
        AssignmentLadder(
            need: try need(change), owners: owners, claim: claim, rules: rules, officers: officers,
            members: { $0 == bureau ? [bureau, hydrogen, biotech] : [$0] },
            ancestors: { $0 == bureau ? [bureau] : [$0, bureau] })
    }
}

struct AssignmentLadderTests {
    typealias Fixture = AssignmentFixture

    private static func reasons(_ decision: AssignmentLadder.Decision) -> [Int64: AssignmentCandidate.Reason] {
        Dictionary(uniqueKeysWithValues: decision.candidates.map { ($0.officer.number, $0.reason) })
    }

    /// A carries 2 of 4, C 1 of 2, both half; B would have least but is on leave.
    @Test(arguments: [(Int64(10), Int64(20), Int64(1)), (20, 10, 3)])
    func tieGoesToWhoWasAssignedLongestAgoAndLeaveIsNamed(lastOfA: Int64, lastOfC: Int64, chosen: Int64) throws {
        let leave = Leave(from: try Fixture.date("2026-02-14"), until: try Fixture.date("2026-02-23"))
        let decision = try Fixture.ladder([
            Fixture.officer(1, load: 2, of: 4, last: lastOfA),
            Fixture.officer(2, load: 1, of: 4, last: 5, leave: [leave]),
            Fixture.officer(3, load: 1, of: 2, last: lastOfC),
        ]).decide()
        #expect(decision.officer.number == chosen)
        #expect(decision.step == .unit)
        #expect(!decision.alarm)
        let dropped = try #require(decision.candidates.first { $0.officer.number == 2 })
        #expect(!dropped.kept)
        #expect(dropped.reason == .onLeave)
        #expect(dropped.text.en == "on leave within the response window (2026-02-14…2026-02-23)")
        let reasons = Self.reasons(decision)
        #expect(reasons[chosen] == .waitedLongest)
        #expect(reasons[chosen == 1 ? 3 : 1] == .assignedMoreRecently)
    }

    @Test func thirtyLeadsOverTwoEqualOfficersAreFifteenEach() throws {
        var loads: [Int64: Int] = [1: 0, 2: 0]
        var last: [Int64: Int64] = [:]
        for turn in 0..<30 {
            let officers = try [Int64(1), 2].map {
                try Fixture.officer($0, load: loads[$0] ?? 0, of: 40, last: last[$0])
            }
            let chosen = try Fixture.ladder(officers).decide().officer.number
            loads[chosen, default: 0] += 1
            last[chosen] = Int64(turn)
        }
        #expect(loads == [1: 15, 2: 15])
    }

    @Test func loadsAreComparedAsFractions() throws {
        // 1/3 is less than 3334/10000 and more than 3333/10000, which rounding to four places would not tell.
        let decision = try Fixture.ladder([
            Fixture.officer(1, load: 3334, of: 10_000), Fixture.officer(2, load: 1, of: 3),
            Fixture.officer(3, load: 3333, of: 10_000),
        ]).decide()
        #expect(decision.officer.number == 3)
        #expect(Self.reasons(decision) == [1: .higherLoad, 2: .higherLoad, 3: .leastLoaded])
    }

    @Test func nobodyLeftIsTheOfficerOnDutyAndAnAlarm() throws {
        let duty = DatePeriod(from: try Fixture.date("2026-02-13"), until: try Fixture.date("2026-02-13"))
        let officers = [
            try Fixture.officer(1, load: 4, of: 4), try Fixture.officer(2, load: 2, of: 2),
            try Fixture.officer(5, unit: Fixture.bureau, load: 0, of: 0, roles: [.leader]),
            try Fixture.officer(6, unit: Fixture.biotech, load: 0, of: 0, roles: [.commissioner], roster: [duty]),
        ]
        let decision = try Fixture.ladder(officers).decide()
        #expect(decision.officer.number == 6)
        #expect(decision.step == .duty)
        #expect(decision.alarm)
        #expect(Self.reasons(decision) == [1: .atCapacity, 2: .atCapacity, 6: .onDutyToday])
        // Nobody on duty: the head of the unit, or of the one above.
        let headed = try Fixture.ladder(Array(officers.dropLast())).decide()
        #expect(headed.officer.number == 5)
        #expect(headed.alarm)
        let nobody = try Fixture.ladder(Array(officers.prefix(2)))
        let error = #expect(throws: ZhaoshangError.self) { try nobody.decide() }
        #expect(error?.details["dropped"] == .list(["O-1: atCapacity", "O-2: atCapacity"]))
    }

    @Test func everyObstacleIsNamed() throws {
        let leave = Leave(from: try Fixture.date("2026-02-01"), until: try Fixture.date("2026-02-13"))
        let duty = DatePeriod(from: try Fixture.date("2026-02-13"), until: try Fixture.date("2026-02-14"))
        let half = DatePeriod(from: try Fixture.date("2026-02-14"), until: try Fixture.date("2026-02-20"))
        let decision = try Fixture.ladder(
            [
                Fixture.officer(1, load: 0, of: 4, skills: ["en"], leave: [leave], roster: [duty]),
                Fixture.officer(2, load: 0, of: 4, skills: ["en"], roster: [half]),
                Fixture.officer(3, load: 4, of: 4, skills: ["en"], roster: [duty]),
                Fixture.officer(4, load: 0, of: 4, skills: ["de"], roster: [duty]),
                Fixture.officer(5, load: 0, of: 4, skills: ["en"], roster: [duty], conflicted: true),
                Fixture.officer(6, load: 3, of: 4, skills: ["EN"], roster: [duty]),
                Fixture.officer(7, unit: Fixture.biotech, load: 0, of: 4, skills: ["en"], roster: [duty]),
                Fixture.officer(8, load: 0, of: 4, roles: [.clerk], skills: ["en"], roster: [duty]),
            ], rules: AssignmentRule.table("10 foreign:no requires:en -> ne") { _ in Fixture.hydrogen }
        ) {
            $0.isRoundTheClock = true
        }.decide()
        #expect(decision.officer.number == 6)
        #expect(
            Self.reasons(decision) == [
                1: .onLeave, 2: .offDuty, 3: .atCapacity, 4: .lacksSkill, 5: .conflicted, 6: .onlyOne,
            ])
    }

    @Test func ownerComesFirstThenClaimThenRule() throws {
        let away = Leave(from: try Fixture.date("2026-02-13"), until: try Fixture.date("2026-02-13"))
        let officers = [
            try Fixture.officer(1, load: 9, of: 4), try Fixture.officer(2, load: 0, of: 4, leave: [away]),
            try Fixture.officer(3, unit: Fixture.biotech, load: 0, of: 4),
        ]
        let rules = try AssignmentRule.table("10 chain:生物 -> bio") { _ in Fixture.biotech }
        let owner = AssignmentLadder.Owner(officer: OfficerID(2), isOfGroup: false)
        let group = AssignmentLadder.Owner(officer: OfficerID(1), isOfGroup: true)
        let claim = AssignmentLadder.Claim(id: ClaimID(4), unit: Fixture.biotech)
        let owned = try Fixture.ladder(officers, owners: [owner, group], claim: claim, rules: rules).decide()
        #expect(owned.officer.number == 1, "beyond capacity, because the group's owner is there and the other is away")
        #expect(owned.step == .owner)
        #expect(Self.reasons(owned) == [1: .groupOwner, 2: .onLeave])
        let claimed = try Fixture.ladder(officers, owners: [owner], claim: claim, rules: rules).decide()
        #expect(claimed.officer.number == 3)
        #expect(claimed.step == .claim)
        #expect(claimed.rule == "C-4")
        let ruled = try Fixture.ladder(officers, rules: rules) { $0.chain = "生物" }.decide()
        #expect(ruled.officer.number == 3)
        #expect(ruled.step == .rule)
        #expect(ruled.rule == "10 chain:生物 -> bio")
    }
}
