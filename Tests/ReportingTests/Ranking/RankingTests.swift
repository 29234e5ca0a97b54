import Identifiers
import Labels
import Promotion
import Testing
import WorkCalendar

@testable import Reporting

struct RankingTests {
    private static let rules = RankRules(
        marks: [("K13.amount", Fraction(40)), ("K6.amount", Fraction(60))], weights: [("K6.amount", .one)],
        deductionPerMissingDay: Fraction(1))

    private static func unit(
        _ number: Int64, funds: Int64, contracts: Int64, target: Int64? = 100, missing: Int64 = 0
    ) -> RankedUnit {
        RankedUnit(
            unit: UnitID(number), name: Phrase("U\(number)"), group: "g",
            reached: ["K13.amount": funds, "K6.amount": contracts], own: ["K6.amount": contracts],
            targets: target.map { ["K13.amount": $0, "K6.amount": $0] } ?? [:], missingDays: missing)
    }

    /// By hand: 40 × 50 % + 60 (capped) = 80; 40 + 60 × 2/3 = 80; 40 − 1 = 39.
    @Test func tiesShareARankTheNextIsSkippedAndItemsAreCapped() {
        let ranking = Ranking(
            [
                Self.unit(1, funds: 100, contracts: 0, missing: 1), Self.unit(2, funds: 50, contracts: 300),
                Self.unit(3, funds: 200, contracts: 0), Self.unit(4, funds: 75, contracts: 84),
                Self.unit(5, funds: 10, contracts: 10, target: nil),
            ], Self.rules)
        let rows = ranking.groups[0].rows
        #expect(rows.map(\.unit.number) == [4, 2, 3, 1, 5])
        #expect(rows.map(\.rank) == [1, 2, 3, 4, nil])
        #expect(rows.map { $0.score?.decimalText(decimals: 1) } == ["80.4", "80.0", "40.0", "39.0", nil])
        #expect(rows[4].note?.en == "no target (Funds in place, Contract value): not ranked")
        #expect(rows.map { $0.index?.decimalText(decimals: 2) } == ["0.28", "1.00", "0.00", "0.00", "0.03"])
    }

    @Test func equalScoresAreOneRank() {
        let ranking = Ranking(
            [
                Self.unit(1, funds: 50, contracts: 100), Self.unit(2, funds: 100, contracts: 50),
                Self.unit(3, funds: 50, contracts: 100),
            ], Self.rules)
        #expect(ranking.groups[0].rows.map { "\($0.unit.number):\($0.rank ?? 0)" } == ["1:1", "3:1", "2:3"])
    }

    @Test func anItemNobodyHasATargetForIsLeftOut() {
        var one = Self.unit(1, funds: 50, contracts: 100)
        one.targets["K6.amount"] = nil
        #expect(Ranking([one], Self.rules).row(of: UnitID(1))?.score == Fraction(20))
        one.targets = [:]
        #expect(Ranking([one], Self.rules).row(of: UnitID(1))?.rank == nil)
    }
}

struct MatrixTests {
    private static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

    /// Rows and columns add up to the same sum; shares are of it; what has no value in the dimension comes last.
    @Test func rowsAndColumnsAddUp() throws {
        let months = (1...3).map { Period(kind: .month, ordinal: 2026 * 12 + $0 - 1) }
        let matrix = FigureMatrix(
            indicator: "K6.count", periods: months, names: [("a", Phrase("A")), ("b", Phrase("B"))],
            contributions: try [
                ("a", "2026-01-31", 2), ("a", "2026-03-01", 1), ("", "2026-02-02", 3), ("c", "2026-02-28", 4),
                ("a", "2026-04-01", 9),
            ].map { FigureMatrix.Contribution(row: $0.0, date: try Self.day($0.1), value: $0.2) },
            targets: ["a": 6], total: 20, today: try Self.day("2026-02-10"))
        #expect(matrix.rows.map(\.id) == ["c", "a", "", "b"])
        #expect(matrix.rows[1].values == [2, 0, 1])
        #expect(matrix.sum.values == [2, 7, 1])
        #expect(matrix.sum.total == 10)
        #expect(matrix.rows[1].share?.decimalValue == 0.3)
        #expect(matrix.rows[1].completion == Fraction(1, over: 2))
        #expect(matrix.sum.completion == Fraction(1, over: 2))
        // March has not begun.
        #expect(matrix.rows[1].average?.decimalValue == 1.5)
    }
}
