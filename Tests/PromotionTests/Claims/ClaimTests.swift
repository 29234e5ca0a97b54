import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

/// First report, first talk: grounds of a conflict, the queue, thresholds.
struct ClaimTests {
    struct Pair: CustomTestStringConvertible, Sendable {
        var one: ClaimParty
        var other: ClaimParty
        var ground: ClaimConflict.Ground?
        var testDescription: String { "\(one.names) \(other.names)" }
    }

    static let pairs = [
        Pair(
            one: ClaimParty(enterprise: EnterpriseID(1), names: ["甲"]),
            other: ClaimParty(enterprise: EnterpriseID(1), names: ["乙"]), ground: .sameEnterprise),
        Pair(
            one: ClaimParty(code: "91500000A", names: ["甲"]), other: ClaimParty(code: "91500000A", names: ["乙"]),
            ground: .sameCode),
        Pair(
            one: ClaimParty(enterprise: EnterpriseID(1), group: EnterpriseID(9), names: ["甲"]),
            other: ClaimParty(enterprise: EnterpriseID(2), group: EnterpriseID(9), names: ["乙"]), ground: .sameGroup),
        Pair(
            one: ClaimParty(enterprise: EnterpriseID(9), names: ["甲"]),
            other: ClaimParty(enterprise: EnterpriseID(2), group: EnterpriseID(9), names: ["乙"]), ground: .sameGroup),
        Pair(
            one: ClaimParty(names: ["新名科技有限公司"], formerNames: ["旧山电子有限公司"]),
            other: ClaimParty(names: ["旧山电子股份有限公司"]), ground: .formerName),
        Pair(
            one: ClaimParty(names: ["重庆渝新能源有限公司"]), other: ClaimParty(names: ["渝新能源（重庆）股份有限公司"]),
            ground: .similarName),
        Pair(
            one: ClaimParty(names: ["长江制药有限公司"]), other: ClaimParty(names: ["嘉陵机械有限公司"]), ground: nil),
    ]

    @Test(arguments: pairs)
    func twoClaimsAreAboutOneInvestorOnTheStrongestGround(pair: Pair) {
        #expect(pair.one.ground(for: pair.other) == pair.ground)
        #expect(pair.other.ground(for: pair.one) == pair.ground, "either way round")
    }

    @Test(
        arguments: [
            (Int64(999_999_999), Int64?.none, FirstTalkClaim.ThresholdClass?.none),
            (1_000_000_000, nil, .domestic), (70_000_000, 9_999_999, nil), (71_000_000, 10_000_000, .foreign),
        ])
    func theThresholdIsReachedExactly(
        yuan: Int64, dollars: Int64?, expected: FirstTalkClaim.ThresholdClass?
    ) throws {
        let day = try #require(CivilDate("2026-03-02"))
        let foreign = dollars.map { ForeignAmount(currency: "USD", amount: $0, rate: "7.1", rateOn: day) }
        #expect(ClaimPolicy().thresholdClass(investment: Money(yuan: yuan), foreign: foreign) == expected)
    }

    /// Twelve million dollars at 7.1234 are 85,480,800 yuan.
    @Test func aForeignAmountIsCountedInWholeYuan() throws {
        let day = try #require(CivilDate("2026-03-02"))
        let amount = ForeignAmount(currency: "USD", amount: 12_000_000, rate: "7.1234", rateOn: day)
        #expect(amount.yuan == Money(yuan: 85_480_800))
        #expect(ForeignAmount(currency: "USD", amount: 1, rate: "0.5", rateOn: day).yuan == Money(yuan: 1))
        for rate in ["", "x", "0", "1.2.3", "-1"] { #expect(!ForeignAmount.isRate(rate), "\(rate)") }
    }

    private func claim(_ number: Int64, after conflicts: [Int64] = []) throws -> FirstTalkClaim {
        let day = try #require(CivilDate("2026-03-02"))
        let draft = FirstTalkClaim(
            id: ClaimID(number), enterprise: EnterpriseID(1), chain: nil, lead: nil, unit: UnitID(number),
            officer: OfficerID(number), filedAt: Instant(day + Int(number), .midnight), threshold: .domestic,
            investment: Money(yuan: 1_000_000_000), evidence: nil, state: .pending, expiresOn: nil, conflicts: [])
        return ClaimMachine.filed(
            draft, conflicts: conflicts.map { ClaimConflict(claim: ClaimID($0), ground: .sameEnterprise) },
            policy: ClaimPolicy())
    }

    @Test func theOneFiledFirstHoldsNext() throws {
        let first = try claim(1)
        let (second, third) = (try claim(2, after: [1]), try claim(3, after: [1, 2]))
        #expect(first.state == .active && second.state == .pending && third.state == .pending)
        #expect(ClaimMachine.next(among: [second, third], live: [first.id, second.id, third.id]) == nil)
        #expect(ClaimMachine.next(among: [third, second], live: [second.id, third.id])?.id == second.id)
    }

    @Test func activityKeepsAClaimAndOlderWorkDoesNot() throws {
        let first = try claim(1)
        let day = try #require(CivilDate("2026-04-01"))
        let kept = ClaimMachine.kept(first, lastActivity: day, policy: ClaimPolicy())
        #expect(kept.expiresOn == day + 90)
        #expect(ClaimMachine.kept(first, lastActivity: first.filedAt.date - 5, policy: ClaimPolicy()) == first)
        #expect(ClaimMachine.kept(kept, lastActivity: nil, policy: ClaimPolicy()) == first)
        let pending = try claim(2, after: [1])
        #expect(ClaimMachine.kept(pending, lastActivity: day, policy: ClaimPolicy()) == pending)
    }

    @Test func arbitrationLeavesOneAndSharesTheCredit() throws {
        let sides = [try claim(1), try claim(2, after: [1])]
        let credit = [CreditShare(unit: UnitID(1), percent: 60), CreditShare(unit: UnitID(2), percent: 40)]
        let decided = ClaimMachine.arbitrated(
            sides, winner: ClaimID(2), credit: credit, reason: TextStub(id: 1, digest: ""), at: sides[1].filedAt,
            by: OfficerID(9), policy: ClaimPolicy())
        #expect(decided.map(\.state) == [.arbitrated, .active])
        #expect(decided.allSatisfy { $0.credit == credit })
    }
}
