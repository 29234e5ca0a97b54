/// The best assignment of an explicit matrix; rows and columns count from 0.
public struct AssignmentSolutionDocument: WireDocument {
    public static let schema = "zhaoshang/assignment-solution.v1"

    public var schema: String = Self.schema
    /// Sum of the costs of all pairs.
    public var total: Int64
    /// Row and column of each pair, by rows.
    public var pairs: [[Int]]
    /// Rows without a column, ascending.
    public var unassigned: [Int]

    public init(total: Int64, pairs: [[Int]], unassigned: [Int]) {
        self.total = total
        self.pairs = pairs
        self.unassigned = unassigned
    }
}
