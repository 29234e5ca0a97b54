/// The one best solution of an ``AssignmentProblem``.
public struct AssignmentSolution: Hashable, Sendable {
    /// For each row its column, nil when no column could take it.
    public let columns: [Int?]
    /// Sum of the costs of all pairs.
    public let total: Int64

    init(columns: [Int?], of problem: AssignmentProblem) {
        self.columns = columns
        total = columns.enumerated().reduce(0) { sum, pair in
            guard let column = pair.element else { return sum }
            return sum + problem.costs[pair.offset * problem.columnCount + column]
        }
    }

    /// Row and column, by rows.
    public var pairs: [(row: Int, column: Int)] {
        columns.enumerated().compactMap { row, column in column.map { (row, $0) } }
    }

    /// Rows without a column, ascending.
    public var unassigned: [Int] {
        columns.indices.filter { columns[$0] == nil }
    }
}
