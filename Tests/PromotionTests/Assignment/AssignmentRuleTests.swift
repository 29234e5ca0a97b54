import Identifiers
import Labels
import Promotion
import Testing

struct AssignmentRuleTests {
    private static let codes = ["ne": UnitID(2), "gba": UnitID(3), "fdi": UnitID(4), "big": UnitID(5)]

    private static func table(_ text: String) throws(AssignmentRuleProblem) -> [AssignmentRule] {
        try AssignmentRule.table(text) { codes[$0] }
    }

    private static let rules = """
        40 circle:gba region:44 -> gba
        10 chain:新能源 amount:1亿..10亿 -> ne; 20 foreign:yes language:en requires:en,law → fdi
        30 amount:10亿.. -> big
        """

    @Test(
        arguments: [
            ("新能源", Int64(100_000_000), false, nil, [], nil, Int64(2)),
            ("新能源", 1_000_000_000, false, nil, [], nil, 2), ("新能源", 99_999_999, false, nil, [], nil, nil),
            ("新能源", 1_000_000_001, false, nil, [], nil, 5), (nil, 1_000_000_000, true, "EN", ["GBA"], "440300", 4),
            (nil, 1_000_000_000, true, "de", ["GBA"], "440300", 5), (nil, 5, true, nil, ["GBA"], "440300", 3),
            (nil, 5, true, nil, ["YRD"], "440300", nil), (nil, 5, true, nil, ["GBA"], "310000", nil),
        ] as [(String?, Int64, Bool, String?, [String], String?, Int64?)])
    func firstRuleThatFitsDecides(
        chain: String?, yuan: Int64, foreign: Bool, language: String?, circles: [String], region: String?, unit: Int64?
    ) throws {
        let need = try AssignmentFixture.need {
            $0.chain = chain
            $0.amount = Money(yuan: yuan)
            $0.isForeign = foreign
            $0.language = language
            $0.circles = circles
            $0.region = region
        }
        let rule = try Self.table(Self.rules).first { $0.fits(need) }
        #expect(rule?.unit.number == unit)
    }

    @Test func skillsOfTheRuleAreRequired() throws {
        #expect(try Self.table(Self.rules).map(\.priority) == [10, 20, 30, 40])
        #expect(try Self.table(Self.rules)[1].skills == ["en", "law"])
    }

    @Test(arguments: [
        ("chain:x -> ne", "begins with its priority, a whole number"), ("10 chain:x", "ends with -> UNIT"),
        ("10 chain:x -> nowhere", "no such unit: nowhere"), ("10 colour:red -> ne", "unknown condition: colour:red"),
        ("10 foreign:maybe -> ne", "foreign takes yes or no"), ("10 amount:5 -> ne", "amount takes LOW..HIGH"),
        ("10 chain:x -> ne; 10 chain:y -> gba", "priority 10 is taken: 10 chain:x -> ne"),
    ])
    func wrongLineIsNamed(text: String, message: String) {
        let problem = #expect(throws: AssignmentRuleProblem.self) { try Self.table(text) }
        #expect(problem?.message.en == message)
    }

    @Test func withoutATableChainsAndCirclesOfTheUnitsDecide() throws {
        let units = [
            Unit(id: UnitID(1), code: "bn", kind: .bureau, name: Phrase("bn"), circle: "CY"),
            Unit(id: UnitID(3), code: "gba", kind: .agency, name: Phrase("gba"), circle: "GBA"),
            Unit(id: UnitID(2), code: "ne", kind: .taskForce, name: Phrase("ne"), chains: ["新能源", "储能"]),
            Unit(id: UnitID(4), code: "ne2", kind: .taskForce, name: Phrase("ne2"), chains: ["储能"]),
            Unit(id: UnitID(5), code: "old", kind: .taskForce, name: Phrase("old"), chains: ["纺织"], active: false),
        ]
        let rules = AssignmentRule.derived(from: units)
        #expect(rules.map(\.text) == ["chain:新能源 -> ne", "chain:储能 -> ne", "circle:GBA -> gba"])
    }
}
