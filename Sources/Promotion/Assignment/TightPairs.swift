/// The pairs that cost exactly what the prices say. Every best assignment is made of them and of no others, so moving
/// rows along them leads to the one that comes first.
///
/// A row moves from its column to a lower one when the place it takes and the place it leaves can be balanced: rows of the
/// entered column move on, over other columns, until one fills the place that was left. Free places take part like rows
/// that may stand in any column of price 0; they are the node `slack`. Such a round exists only within a strongly
/// connected component of the columns, which is looked at first: most problems have one best solution, and then every
/// component is a single column.
struct TightPairs {
    private let columnCount: Int
    private let capacities: [Int]
    /// Whether a column may have free places: its price is 0.
    private let isLoose: [Bool]
    /// The columns of row r, ascending, are `targets[starts[r]..<starts[r + 1]]`; the last may be `nowhere`.
    private var targets: [Int32] = []
    private var starts: [Int] = []
    private var columnOfRow: [Int]
    /// Of the columns, and of `nowhere`.
    private var rowsOfColumn: [[Int]]
    /// Where a row stands in the list of its column.
    private var placeOfRow: [Int]

    private var nowhere: Int { columnCount }
    private var slack: Int { columnCount + 1 }

    init(_ prices: AssignmentPrices) {
        columnCount = prices.columnCount
        capacities = prices.capacities
        isLoose = (0..<columnCount).map { prices.price($0) == 0 }
        columnOfRow = prices.columnOfRow
        placeOfRow = Array(repeating: 0, count: prices.rowCount)
        rowsOfColumn = Array(repeating: [], count: columnCount + 1)
        starts.reserveCapacity(prices.rowCount + 1)
        starts.append(0)
        for row in 0..<prices.rowCount {
            placeOfRow[row] = rowsOfColumn[columnOfRow[row]].count
            rowsOfColumn[columnOfRow[row]].append(row)
            prices.appendTightColumns(of: row, to: &targets)
            starts.append(targets.count)
        }
    }

    /// For each row its column, nil for `nowhere`.
    var columns: [Int?] {
        columnOfRow.map { $0 == nowhere ? nil : $0 }
    }

    /// Gives row after row the lowest column that leaves the whole as good as it is.
    mutating func rearrange() {
        guard targets.count > columnOfRow.count else { return }
        var search = RoundSearch(nodeCount: columnCount + 2)
        var components = TightComponents(self, after: -1)
        var wasted = 0
        for row in columnOfRow.indices {
            // Rows that have their place leave the graph, and components come apart. Looking again pays when searches
            // in vain have cost as much.
            if wasted > 2 * targets.count {
                components = TightComponents(self, after: row - 1)
                wasted = 0
            }
            let home = columnOfRow[row]
            search.begin()
            for target in targets[starts[row]..<starts[row + 1]] {
                let column = Int(target)
                guard column < home else { break }
                guard components.number[column] == components.number[home] else { continue }
                guard search.finds(home, from: column, after: row, in: self, components) else { continue }
                for step in search.steps { move(step.row, to: step.column) }
                move(row, to: column)
                break
            }
            wasted += search.effort
        }
    }

    private mutating func move(_ row: Int, to column: Int) {
        let left = columnOfRow[row]
        let place = placeOfRow[row]
        if let last = rowsOfColumn[left].popLast(), last != row {
            rowsOfColumn[left][place] = last
            placeOfRow[last] = place
        }
        placeOfRow[row] = rowsOfColumn[column].count
        rowsOfColumn[column].append(row)
        columnOfRow[row] = column
    }
}

// MARK: The graph of the columns

extension TightPairs {
    /// Rows of a column that may still move.
    func rows(of column: Int, after row: Int) -> some Sequence<Int> {
        rowsOfColumn[column].lazy.filter { $0 > row }
    }

    func targets(of row: Int) -> ArraySlice<Int32> {
        targets[starts[row]..<starts[row + 1]]
    }

    /// Whether a row may stand in a column.
    func allows(_ row: Int, _ column: Int) -> Bool {
        var low = starts[row]
        var high = starts[row + 1]
        while low < high {
            let middle = (low + high) / 2
            if targets[middle] < Int32(column) { low = middle + 1 } else { high = middle }
        }
        return low < starts[row + 1] && targets[low] == Int32(column)
    }

    /// Whether a free place of the column can go elsewhere.
    func hasFreePlace(_ column: Int) -> Bool {
        column == nowhere || rowsOfColumn[column].count < capacities[column]
    }

    /// Whether a free place can come to the column.
    func takesFreePlace(_ column: Int) -> Bool {
        column == nowhere || (column < columnCount && isLoose[column] && capacities[column] > 0)
    }

    var slackNode: Int { slack }
    /// The columns and `nowhere`.
    var columnNodes: Range<Int> { 0..<columnCount + 1 }
}
