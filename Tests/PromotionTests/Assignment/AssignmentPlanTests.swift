import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

struct AssignmentPlanTests {
    typealias Fixture = AssignmentFixture

    private static func plan(
        _ officers: [OfficerLoad], leads: Int, _ change: (inout LeadNeed) -> Void = { _ in }
    ) throws -> AssignmentPlan {
        let entries = try (1...leads).map { number in
            AssignmentPlan.Entry(
                ladder: try Fixture.ladder(officers) {
                    $0.lead = LeadID(Int64(number))
                    change(&$0)
                })
        }
        return AssignmentPlan(entries: entries, units: [:], weights: AssignmentWeights())
    }

    /// Three leads a run; loads of earlier runs stay.
    @Test func tenRunsOverTwoEqualOfficersGiveFifteenEach() throws {
        var loads: [Int64: Int] = [1: 0, 2: 0]
        for _ in 0..<10 {
            let officers = try [Int64(1), 2].map { try Fixture.officer($0, load: loads[$0] ?? 0, of: 40) }
            for result in try Self.plan(officers, leads: 3).decided() {
                loads[result.decision.officer.number, default: 0] += 1
            }
        }
        #expect(loads == [1: 15, 2: 15])
    }

    @Test func tiesGoToTheLowestLeadAndThenTheLowestOfficer() throws {
        let officers = try [Int64(1), 2, 3].map { try Fixture.officer($0, load: 0, of: 4) }
        let results = try Self.plan(officers, leads: 3).decided()
        #expect(results.map(\.lead.number) == [1, 2, 3])
        #expect(results.map(\.decision.officer.number) == [1, 2, 3])
    }

    @Test func pairIsExplainedByItsTermsAndTheNextBest() throws {
        let officers = [
            try Fixture.officer(1, load: 1, of: 4), try Fixture.officer(2, load: 1, of: 4, skills: ["en", "新能源"]),
        ]
        let results = try Self.plan(officers, leads: 1) {
            $0.chain = "新能源"
            $0.amount = Money(yuan: 500_000_000)
        }.decided()
        let result = try #require(results.first)
        #expect(result.decision.officer.number == 2)
        #expect(result.decision.step == .batch)
        // By hand: load 2 of 4 is 50 × 50; value 70 of 100 leaves 30 × 10; the other officer lacks the chain, 30 × 100.
        #expect(
            result.terms.filter { $0.cost > 0 } == [AssignmentTerm("load", 2500), AssignmentTerm("value", 300)])
        #expect(result.cost == 2800)
        #expect(result.next?.officer.number == 1)
        #expect(result.next?.cost == 5800)
    }

    @Test func leadThatIsLeftOverGoesToTheStandInWithAnAlarm() throws {
        let officers = [
            try Fixture.officer(1, load: 3, of: 4), try Fixture.officer(9, load: 0, of: 0, roles: [.leader]),
        ]
        let results = try Self.plan(officers, leads: 2) { $0.amount = Money(yuan: Int64($0.lead.number) * 100_000_000) }
            .decided()
        // Both cost the same in value: the lower lead gets the place.
        #expect(results.map(\.decision.officer.number) == [1, 9])
        #expect(results.map(\.decision.alarm) == [false, true])
        let large = try Self.plan(officers, leads: 2) {
            $0.amount = Money(yuan: $0.lead.number == 2 ? 1_000_000_000 : 1_000_000)
        }.decided()
        #expect(large.map(\.decision.officer.number) == [9, 1], "the larger lead gets the place")
    }

    @Test(
        arguments: [
            ("chain:1 load:7", "chain:1 region:20 language:20 continuity:40 load:7 value:10"),
            ("", AssignmentWeights.defaultText), ("chain:-1", nil), ("chain:1001", nil), ("colour:3", nil),
            ("chain", nil),
        ] as [(String, String?)])
    func weightsAreNamed(text: String, read: String?) {
        #expect(AssignmentWeights(text)?.text == read)
    }
}

struct LoadFairnessTests {
    private static func fairness(_ counts: [Int]) -> LoadFairness {
        LoadFairness(
            counts.enumerated().map {
                .init(officer: OfficerID(Int64($0.offset + 1)), load: $0.element, capacity: 4, assigned: $0.element)
            })
    }

    /// The definition: the mean difference of all ordered pairs over twice the mean.
    @Test(arguments: [[1, 1, 1, 1], [0, 0, 0, 10], [1, 2, 3, 4], [5], [0, 7, 7, 2, 9, 0, 1]])
    func giniIsTheMeanDifferenceOverTwiceTheMean(counts: [Int]) throws {
        var differences = 0
        for left in counts { for right in counts { differences += abs(left - right) } }
        let expected = Double(differences) / Double(2 * counts.count * counts.reduce(0, +))
        let gini = try #require(Self.fairness(counts).gini?.decimalValue)
        #expect(abs(gini - expected) < 1e-12)
    }

    @Test func ratiosHaveTheirEndsAndTheirMean() {
        let fairness = Self.fairness([1, 4, 2])
        #expect(fairness.lowest == Ratio(numerator: 1, denominator: 4))
        #expect(fairness.highest == Ratio(numerator: 4, denominator: 4))
        #expect(fairness.mean == 7.0 / 12)
        #expect(Self.fairness([0, 0]).gini == nil)
        #expect(LoadFairness([]).mean == nil)
    }
}
