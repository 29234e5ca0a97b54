import Promotion

/// P9: a random matrix of costs solved once.
struct AssignmentRun {
    struct Result: Encodable {
        /// Of the solution alone; the matrix is made before.
        var milliseconds: Double
        var pairs: Int
        var total: Int64
    }

    let rows: Int
    let columns: Int
    let capacity: Int
    let seed: UInt64

    func measure() throws -> Result {
        let costs = (0..<rows).map { row in
            (0..<columns).map { column -> Int64? in cost(UInt64(row * columns + column)) }
        }
        let problem = try AssignmentProblem(costs: costs, capacities: Array(repeating: capacity, count: columns))
        let start = monotonicSeconds()
        let solution = problem.solved()
        let elapsed = monotonicSeconds() - start
        return Result(milliseconds: elapsed * 1e3, pairs: solution.pairs.count, total: solution.total)
    }

    /// 0 to 1,000,000. SplitMix64 of the cell's index, so that the peer makes the same without a file in between.
    private func cost(_ index: UInt64) -> Int64 {
        var mixed = seed &+ (index &+ 1) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int64(mixed % 1_000_001)
    }
}
