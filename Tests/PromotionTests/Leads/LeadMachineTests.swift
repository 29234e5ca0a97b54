import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

/// The machine of domain.md §4, step by step and against its own text.
struct LeadMachineTests {
    private static let now = Instant(milliseconds: 1_772_500_000_000)

    static func lead(_ state: LeadState) -> Lead {
        var lead = Lead(
            id: LeadID(1), title: TextStub(id: 1, digest: ""), source: .visitOut, unit: UnitID(2), receivedAt: now,
            state: state, owner: state == .registered ? nil : OfficerID(2))
        lead.investor = TextStub(id: 2, digest: "")
        lead.facts = LeadFacts(chain: "新能源", region: "330000", investment: Money(yuan: 300_000_000))
        return lead
    }

    /// Written down from the design by hand: what may follow what.
    static let steps: [LeadState: Set<LeadState>] = [
        .registered: [.assigned, .duplicate],
        .assigned: [.assigned, .screening, .duplicate],
        .screening: [.assigned, .followed, .cultivated, .transferred, .declined, .duplicate],
        .cultivated: [.screening], .declined: [.screening],
        .duplicate: [.registered, .assigned, .screening], .followed: [], .transferred: [],
    ]

    @Test(arguments: LeadState.allCases)
    func nothingElseFollows(state: LeadState) {
        #expect(LeadMachine.successors(of: state) == Self.steps[state])
    }

    @Test(arguments: LeadState.allCases, Verdict.allCases)
    func onlyALeadInScreeningIsJudged(state: LeadState, verdict: Verdict) {
        let judged = try? LeadMachine.judged(Self.lead(state), verdict, vetoes: [], project: nil, at: Self.now)
        #expect((judged?.state == verdict.state) == (state == .screening))
    }

    @Test func aMoveToAnotherUnitNeedsAReason() throws {
        let lead = Self.lead(.assigned)
        #expect(throws: ZhaoshangError.self) {
            try LeadMachine.assigned(lead, to: OfficerID(7), unit: UnitID(3), reason: false, at: Self.now)
        }
        let moved = try LeadMachine.assigned(lead, to: OfficerID(7), unit: UnitID(3), reason: true, at: Self.now)
        #expect(moved.unitID == UnitID(3) && moved.state == .assigned)
    }

    @Test func aRefusedVerdictListsEverythingThatIsMissing() {
        var lead = Self.lead(.screening)
        lead.investor = nil
        lead.facts = LeadFacts()
        do {
            _ = try LeadMachine.judged(lead, .follow, vetoes: [.energy], project: nil, at: Self.now)
            Issue.record("accepted")
        } catch {
            #expect(error.details["missing"] == .list(["investor", "industry", "region", "amount", "veto"]))
        }
    }

    /// 180 calendar days, counted by hand: declined on 1 January, day 180 is 30 June.
    @Test(arguments: [("2026-06-30", true, true), ("2026-07-01", true, false), ("2026-06-30", false, false)])
    func aDeclinedLeadIsReopenedByASupervisorForAWhile(day: String, supervisor: Bool, accepted: Bool) throws {
        var lead = Self.lead(.declined)
        lead.course.declinedOn = CivilDate("2026-01-01")
        let now = Instant(try #require(CivilDate(day)), .midnight)
        let after = try? LeadMachine.reopened(lead, policy: LeadPolicy(), supervisor: supervisor, at: now)
        #expect((after?.state == .screening) == accepted)
    }

    /// By hand: (4·1+3·1+5·1+5·1+4·1+3·1+4·1) ÷ 35 = 28 ÷ 35; with weight 3 on direction (28 + 8) ÷ 45.
    @Test(arguments: [(1, "80.0"), (3, "80.0"), (0, "80.0")])
    func equalShareOfFourFifthsIsEighty(weight: Int, expected: String) {
        let names = Scorecard.Dimension.allCases.map(\.rawValue)
        let scores = Dictionary(uniqueKeysWithValues: zip(names, [4, 3, 5, 5, 4, 3, 4]))
        var weights = Dictionary(uniqueKeysWithValues: names.map { ($0, 1) })
        weights["direction"] = weight
        #expect(Scorecard(scores: scores, weights: weights).score.percentNumber(decimals: 1) == expected)
    }

    /// 2 ÷ 3 of a hundred is 66.666…: exact, rounded half up only when shown.
    @Test func theScoreIsExact() {
        let card = Scorecard(
            scores: ["direction": 5, "market": 5, "energy": 0],
            weights: [
                "direction": 1, "market": 1, "energy": 1,
            ])
        #expect(card.score == Ratio(numerator: 10, denominator: 15))
        #expect(card.score.percentNumber(decimals: 1) == "66.7")
    }
}
