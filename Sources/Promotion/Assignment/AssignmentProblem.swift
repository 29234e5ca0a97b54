/// Rows to be given to columns that each take a number of them: leads and the officers with their capacities.
///
/// Sought are the most pairs first, then the least total cost. Among all solutions that are best by both, the one whose
/// list of columns, row by row, comes first: row 0 at the lowest column, then row 1, and so on, where a row without a
/// column comes after every column. That solution is unique.
public struct AssignmentProblem: Hashable, Sendable {
    /// Stands in ``costs`` for a pair that may not be. No cost comes near it.
    static let forbidden: Int64 = 1 << 60

    /// The most that pairs × largest cost may be, 2⁵³: sums stay exact in the solver's arithmetic and in every reader
    /// of JSON.
    public static let largestTotal: Int64 = 1 << 53

    public let rowCount: Int
    public let columnCount: Int
    /// How many rows each column takes.
    public let capacities: [Int]
    /// Row after row.
    let costs: [Int64]

    /// - Parameters:
    ///   - costs: one list a row, each as long as `capacities`; nil forbids the pair.
    ///   - capacities: one a column, 0 or more.
    public init(costs rows: [[Int64?]], capacities: [Int]) throws(AssignmentProblemFlaw) {
        var costs: [Int64] = []
        costs.reserveCapacity(rows.count * capacities.count)
        for (row, cells) in rows.enumerated() {
            guard cells.count == capacities.count else {
                throw .ragged(row: row, count: cells.count, expected: capacities.count)
            }
            for cell in cells { costs.append(cell ?? Self.forbidden) }
        }
        // A cost as large as the mark is over the limit anyway, and must not be mistaken for it.
        for cell in rows.joined() where cell.map({ abs($0.clamped) >= Self.forbidden }) == true {
            throw .tooLarge(limit: Self.largestTotal)
        }
        try self.init(rowCount: rows.count, costs: costs, capacities: capacities)
    }

    /// - Parameter costs: row after row, ``forbidden`` for a pair that may not be.
    init(rowCount: Int, costs: [Int64], capacities: [Int]) throws(AssignmentProblemFlaw) {
        precondition(costs.count == rowCount * capacities.count, "a matrix of \(rowCount) × \(capacities.count)")
        if let column = capacities.firstIndex(where: { $0 < 0 }) { throw .negativeCapacity(column: column) }
        self.rowCount = rowCount
        self.columnCount = capacities.count
        self.costs = costs
        // Nobody takes more rows than there are; this also keeps sums of capacities small.
        self.capacities = capacities.map { min($0, rowCount) }
        let range = costRange
        let largest = max(abs(range.lowerBound), abs(range.upperBound))
        let (product, overflows) = largest.multipliedReportingOverflow(by: Int64(max(1, mostPairs)))
        guard !overflows, product <= Self.largestTotal else { throw .tooLarge(limit: Self.largestTotal) }
    }

    /// No more than the rows, and no more than the columns take.
    var mostPairs: Int {
        min(rowCount, capacities.reduce(0, +))
    }

    /// Of the pairs that may be; 0 to 0 when none may.
    var costRange: ClosedRange<Int64> {
        var lowest = Int64.max
        var highest = Int64.min
        for cost in costs where cost != Self.forbidden {
            lowest = min(lowest, cost)
            highest = max(highest, cost)
        }
        return lowest <= highest ? lowest...highest : 0...0
    }

    /// Nil for a pair that may not be.
    public func cost(row: Int, column: Int) -> Int64? {
        let cost = costs[row * columnCount + column]
        return cost == Self.forbidden ? nil : cost
    }
}

extension Int64 {
    /// With a magnitude.
    fileprivate var clamped: Int64 { Swift.max(self, -.max) }
}
