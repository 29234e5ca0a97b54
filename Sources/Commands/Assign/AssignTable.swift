import Labels
import TextLayout
import WireAPI

/// Assignments on a page.
enum AssignTable {
    /// Each row and its column, none for a row that is left over.
    static func of(_ solution: AssignmentSolutionDocument) -> PageTable {
        let rows =
            solution.pairs.map { (row: $0[0], column: Int?.some($0[1])) }
            + solution.unassigned.map { (row: $0, column: Int?.none) }
        return PageTable(
            rows.sorted { $0.row < $1.row },
            [
                PageColumn("row", .end) { .integer($0.row) }, PageColumn("column", .end) { .integer($0.column) },
            ])
    }
}
