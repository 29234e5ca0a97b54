import Promotion
import Testing

/// Which of the best solutions is given, against a search through all of them.
struct AssignmentOrderTests {
    /// Every way to give rows to columns; the best by pairs, total, and columns row by row.
    private static func slowly(_ costs: [[Int64?]], _ capacities: [Int]) -> [Int?] {
        var best: (pairs: Int, total: Int64, columns: [Int?])?
        var columns: [Int?] = []
        var left = capacities
        func go(_ row: Int, _ pairs: Int, _ total: Int64) {
            guard row < costs.count else {
                // Columns are tried in order and "none" last, so the first of equals is the one that comes first.
                guard let found = best else {
                    best = (pairs, total, columns)
                    return
                }
                if pairs > found.pairs || (pairs == found.pairs && total < found.total) {
                    best = (pairs, total, columns)
                }
                return
            }
            for column in capacities.indices where left[column] > 0 {
                guard let cost = costs[row][column] else { continue }
                left[column] -= 1
                columns.append(column)
                go(row + 1, pairs + 1, total + cost)
                columns.removeLast()
                left[column] += 1
            }
            columns.append(nil)
            go(row + 1, pairs, total)
            columns.removeLast()
        }
        go(0, 0, 0)
        return best?.columns ?? []
    }

    private static func random(
        _ generator: inout SplitMix, values: Int64, share: Int
    ) -> (costs: [[Int64?]], capacities: [Int]) {
        let rows = Int.random(in: 1...5, using: &generator)
        let columns = Int.random(in: 1...4, using: &generator)
        let costs = (0..<rows).map { _ in
            (0..<columns).map { _ in
                Int.random(in: 0..<10, using: &generator) < share
                    ? nil : Int64.random(in: -1...values, using: &generator)
            }
        }
        return (costs, (0..<columns).map { _ in Int.random(in: 0...3, using: &generator) })
    }

    @Test(arguments: [Int64(-1), 0, 1, 3, 40], [0, 3, 6])
    func firstOfTheBestIsGiven(values: Int64, share: Int) throws {
        var generator = SplitMix(state: UInt64(bitPattern: values) &* 31 &+ UInt64(share))
        for _ in 0..<150 {
            let (costs, capacities) = Self.random(&generator, values: values, share: share)
            let solution = try AssignmentProblem(costs: costs, capacities: capacities).solved()
            #expect(solution.columns == Self.slowly(costs, capacities), "\(costs) \(capacities)")
        }
    }

    @Test func equalRowsFillColumnsInOrder() throws {
        let problem = try AssignmentProblem(
            costs: Array(repeating: [7, 7, 7], count: 6), capacities: [1, 0, 4])
        #expect(problem.solved().columns == [0, 2, 2, 2, 2, nil])
        #expect(problem.solved().total == 35)
    }

    /// Other prices lead to the same end: whatever is added to a row or a column changes which is cheapest first.
    @Test(arguments: 0..<20)
    func constantsOnRowsAndOnAllCellsChangeNothing(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let size = 14
        let costs = (0..<size).map { _ in (0..<size).map { _ in Int64.random(in: 0...3, using: &generator) } }
        let capacities = Array(repeating: 1, count: size)
        let plain = try AssignmentProblem(costs: costs, capacities: capacities).solved()
        let onRows = (0..<size).map { _ in Int64.random(in: -90...90, using: &generator) }
        let raised = costs.enumerated().map { row, cells in cells.map { Optional($0 + onRows[row] - 1000) } }
        let other = try AssignmentProblem(costs: raised, capacities: capacities).solved()
        #expect(other.columns == plain.columns)
        #expect(other.total == plain.total + onRows.reduce(0, +) - 1000 * Int64(size))
        let onColumns = (0..<size).map { _ in Int64.random(in: -90...90, using: &generator) }
        let shifted = costs.map { cells in zip(cells, onColumns).map { Optional($0 + $1) } }
        #expect(try AssignmentProblem(costs: shifted, capacities: capacities).solved().columns == plain.columns)
    }

    @Test(arguments: 0..<20)
    func orderOfRowsAndColumnsDoesNotChangeTheTotal(seed: UInt64) throws {
        var generator = SplitMix(state: seed &+ 99)
        let costs: [[Int64?]] = (0..<30).map { _ in
            (0..<9).map { _ in
                Int.random(in: 0..<4, using: &generator) == 0 ? nil : Int64.random(in: -20...20, using: &generator)
            }
        }
        let capacities = (0..<9).map { _ in Int.random(in: 0...4, using: &generator) }
        let plain = try AssignmentProblem(costs: costs, capacities: capacities).solved()
        let order = Array(0..<9).shuffled(using: &generator)
        let turned = costs.shuffled(using: &generator).map { cells in order.map { cells[$0] } }
        let other = try AssignmentProblem(costs: turned, capacities: order.map { capacities[$0] }).solved()
        #expect(other.total == plain.total)
        #expect(other.pairs.count == plain.pairs.count)
    }
}

/// A generator whose numbers are the same in every run (Steele, Lea, Flood, 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
