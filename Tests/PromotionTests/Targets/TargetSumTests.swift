import Identifiers
import Labels
import Promotion
import Testing

struct TargetSumTests {
    /// 1 over 2 and 3; 4 below 2.
    private static let units = [(1, nil), (2, 1), (3, 1), (4, 2)].map { (number: Int64, parent: Int64?) in
        Unit(
            id: UnitID(number), code: "u\(number)", kind: .taskForce, name: Phrase("u\(number)"),
            parent: parent.map { UnitID($0) })
    }

    private static func target(_ unit: Int64, _ annual: Int64) -> Target {
        Target(
            unit: UnitID(unit), year: 2026, indicator: "K6.count", annual: annual,
            quarters: [annual, 0, 0, 0], months: [0, annual] + Array(repeating: 0, count: 10))
    }

    @Test func withoutATargetOfItsOwnAUnitHasTheSumOfThoseBelow() throws {
        let sums = TargetSums([Self.target(3, 30), Self.target(4, 12)], units: Self.units)
        let whole = try #require(sums.target(UnitID(1), "K6.count"))
        #expect(whole.annual == 42)
        #expect(whole.quarters == [42, 0, 0, 0])
        #expect(whole.months[1] == 42)
        #expect(whole.unit == UnitID(1))
        #expect(sums.sources(UnitID(1), "K6.count").map(\.unit.number) == [4, 3])
        #expect(sums.targets(of: Self.units.map(\.id)).map(\.annual) == [42, 12, 30, 12])
    }

    @Test func anOwnTargetIsNeverAddedToThoseBelow() {
        let sums = TargetSums([Self.target(2, 50), Self.target(3, 30), Self.target(4, 12)], units: Self.units)
        #expect(sums.target(UnitID(1), "K6.count")?.annual == 80)
        #expect(sums.target(UnitID(2), "K6.count")?.annual == 50)
        #expect(sums.target(UnitID(1), "K13.amount") == nil)
    }
}
