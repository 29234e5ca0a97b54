extension AssignmentProblem {
    /// Solves the problem exactly.
    ///
    /// Shortest augmenting paths with dual prices, after a start by row minima and a contest of prices as in Jonker and
    /// Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems, Computing 38
    /// (1987). A column is one node whatever its capacity. Time grows with rows × columns × the columns that the last
    /// rows displace; all memory beside the matrix grows with rows + columns, and with the number of equally good pairs.
    public func solved() -> AssignmentSolution {
        guard rowCount > 0, columnCount > 0 else {
            return AssignmentSolution(columns: Array(repeating: nil, count: rowCount), of: self)
        }
        return costs.withUnsafeBufferPointer { matrix in
            guard let first = matrix.baseAddress else { preconditionFailure("a matrix with rows has cells") }
            let prices = AssignmentPrices(problem: self, matrix: first)
            prices.settle()
            var equals = TightPairs(prices)
            equals.rearrange()
            return AssignmentSolution(columns: equals.columns, of: self)
        }
    }
}
