/// A growing assignment and the prices that prove it the cheapest so far.
///
/// Every row has one more column to go to, `nowhere`, which takes any number and costs more than all pairs together may
/// differ: who has most pairs is thereby always cheaper, and each row ends somewhere. With `u` the cheapest a row sees:
///
/// * cost − price ≥ u for each pair, and equal where the row is assigned;
/// * a price is at most 0, and 0 where the column has room.
///
/// These are the conditions of linear programming under which an assignment is optimal.
final class AssignmentPrices {
    /// Of a column that no path has reached. Above every sum of costs and prices, below every sum with `forbidden`.
    private static let unreached: Int64 = 1 << 59
    /// Added to a column that is settled: no path gets cheaper by it. Sums with `forbidden` still fit.
    private static let settled: Int64 = 1 << 61
    /// How often the rows without a place contest. Four leave few for the search, which is dearer.
    private static let contests = 4

    let rowCount: Int
    let columnCount: Int
    let capacities: [Int]
    let matrix: UnsafePointer<Int64>
    /// The cost of ``nowhere``.
    let costOfNowhere: Int64
    /// The column after the last.
    var nowhere: Int { columnCount }

    /// For each row its column, -1 while it has none, ``nowhere`` when it stays without.
    private(set) var columnOfRow: [Int]
    private(set) var rowsOfColumn: [[Int]]

    private let hasRoom: UnsafeMutablePointer<Bool>
    private let prices: UnsafeMutablePointer<Int64>
    /// Cheapest way found to each column that is not settled, and the row before the column on it.
    private let labels: UnsafeMutablePointer<Int64>
    private let rowsBefore: UnsafeMutablePointer<Int>
    /// What a column adds to a way: minus its price, or ``settled``.
    private let additions: UnsafeMutablePointer<Int64>

    init(problem: AssignmentProblem, matrix: UnsafePointer<Int64>) {
        rowCount = problem.rowCount
        columnCount = problem.columnCount
        capacities = problem.capacities
        self.matrix = matrix
        let range = problem.costRange
        let spread = range.upperBound - range.lowerBound
        costOfNowhere = range.lowerBound + spread * Int64(problem.mostPairs) + 1
        columnOfRow = Array(repeating: -1, count: rowCount)
        rowsOfColumn = Array(repeating: [], count: columnCount)
        hasRoom = .allocate(capacity: columnCount)
        prices = .allocate(capacity: columnCount)
        labels = .allocate(capacity: columnCount)
        rowsBefore = .allocate(capacity: columnCount)
        additions = .allocate(capacity: columnCount)
        prices.initialize(repeating: 0, count: columnCount)
        labels.initialize(repeating: Self.unreached, count: columnCount)
        rowsBefore.initialize(repeating: -1, count: columnCount)
        additions.initialize(repeating: 0, count: columnCount)
        for column in 0..<columnCount { (hasRoom + column).initialize(to: capacities[column] > 0) }
        // A column that takes nobody is full: at this price no row looks at it.
        for column in 0..<columnCount where capacities[column] == 0 {
            prices[column] = min(0, range.lowerBound - costOfNowhere - 1)
        }
    }

    deinit {
        hasRoom.deallocate()
        prices.deallocate()
        labels.deallocate()
        rowsBefore.deallocate()
        additions.deallocate()
    }

    func price(_ column: Int) -> Int64 {
        column == nowhere ? 0 : prices[column]
    }

    /// Gives each row its place.
    func settle() {
        var waiting = takeCheapest()
        for _ in 0..<Self.contests where !waiting.isEmpty {
            waiting = contest(waiting)
        }
        for row in waiting { augment(row) }
    }

    // MARK: Start

    /// Each row takes its cheapest column while that has room; returns the rows that found it full.
    private func takeCheapest() -> [Int] {
        var waiting: [Int] = []
        for row in 0..<rowCount {
            let cells = matrix + row * columnCount
            var lowest = costOfNowhere
            for column in 0..<columnCount where cells[column] - prices[column] < lowest {
                lowest = cells[column] - prices[column]
            }
            guard lowest < costOfNowhere else {
                columnOfRow[row] = nowhere
                continue
            }
            if let column = (0..<columnCount).first(where: { hasRoom[$0] && cells[$0] - prices[$0] == lowest }) {
                place(row, column)
            } else {
                waiting.append(row)
            }
        }
        return waiting
    }

    /// Each waiting row goes to its cheapest column, lowers its price to the point where the second cheapest is as good,
    /// and sends away who was there. Works for columns of one place: with several, the next place costs the same and the
    /// price stays. Returns the rows that are left.
    private func contest(_ waiting: [Int]) -> [Int] {
        var queue = waiting
        var left: [Int] = []
        // Prices creep where costs are close; the search then does in one step what creeping does in many.
        var turns = 20 * rowCount
        while let row = queue.popLast() {
            turns -= 1
            let (first, lowest, second, next) = cheapestTwo(row)
            if first == nowhere {
                columnOfRow[row] = nowhere
            } else if hasRoom[first] {
                if capacities[first] == 1 { prices[first] -= next - lowest }
                place(row, first)
            } else if capacities[first] == 1, lowest < next {
                let other = rowsOfColumn[first][0]
                prices[first] -= next - lowest
                remove(other, first)
                place(row, first)
                if turns > 0 { queue.append(other) } else { left.append(other) }
            } else if lowest == next, second == nowhere {
                columnOfRow[row] = nowhere
            } else if lowest == next, hasRoom[second] {
                place(row, second)
            } else {
                left.append(row)
            }
        }
        return left.reversed()
    }

    private func cheapestTwo(_ row: Int) -> (first: Int, lowest: Int64, second: Int, next: Int64) {
        let cells = matrix + row * columnCount
        var (first, lowest) = (nowhere, costOfNowhere)
        var (second, next) = (nowhere, Int64.max)
        for column in 0..<columnCount {
            let cost = cells[column] &- prices[column]
            guard cost < next else { continue }
            if cost < lowest {
                (second, next) = (first, lowest)
                (first, lowest) = (column, cost)
            } else {
                (second, next) = (column, cost)
            }
        }
        return (first, lowest, second, next)
    }

    // MARK: Search

    /// Finds the cheapest way to make room for one more row, and moves the rows along it.
    private func augment(_ start: Int) {
        var (nearest, distance) = label(from: start)
        var (rowToNowhere, toNowhere) = (start, costOfNowhere)
        var passed: [(column: Int, distance: Int64)] = []
        while distance < toNowhere, !hasRoom[nearest] {
            passed.append((nearest, distance))
            additions[nearest] = Self.settled
            labels[nearest] = Self.unreached
            for row in rowsOfColumn[nearest] {
                let base = distance - (matrix[row * columnCount + nearest] - prices[nearest])
                if base + costOfNowhere < toNowhere { (rowToNowhere, toNowhere) = (row, base + costOfNowhere) }
                relax(row, base)
            }
            (nearest, distance) = nearestLabel()
        }
        let end = distance < toNowhere ? nearest : nowhere
        let length = min(distance, toNowhere)
        for (column, distance) in passed { prices[column] += distance - length }
        move(to: end, lastRow: end == nowhere ? rowToNowhere : rowsBefore[end], start)
    }

    /// Every column's label is the way straight from a row.
    private func label(from row: Int) -> (nearest: Int, distance: Int64) {
        let cells = matrix + row * columnCount
        for column in 0..<columnCount {
            additions[column] = -prices[column]
            labels[column] = min(cells[column] - prices[column], Self.unreached)
            rowsBefore[column] = row
        }
        return nearestLabel()
    }

    /// The loop that takes the time.
    private func relax(_ row: Int, _ base: Int64) {
        let (cells, labels, additions) = (matrix + row * columnCount, labels, additions)
        for column in 0..<columnCount {
            let distance = base &+ cells[column] &+ additions[column]
            if distance < labels[column] {
                labels[column] = distance
                rowsBefore[column] = row
            }
        }
    }

    /// Of equally near columns one with room: it ends the search.
    private func nearestLabel() -> (nearest: Int, distance: Int64) {
        let labels = labels
        var (nearest, distance) = (nowhere, Self.unreached)
        for column in 0..<columnCount where labels[column] < distance {
            (nearest, distance) = (column, labels[column])
        }
        guard nearest != nowhere, !hasRoom[nearest] else { return (nearest, distance) }
        for column in nearest..<columnCount where labels[column] == distance && hasRoom[column] {
            return (column, distance)
        }
        return (nearest, distance)
    }

    private func move(to end: Int, lastRow: Int, _ start: Int) {
        var (column, row) = (end, lastRow)
        while true {
            let left = columnOfRow[row]
            if left >= 0 { remove(row, left) }
            place(row, column)
            guard row != start else { return }
            (column, row) = (left, rowsBefore[left])
        }
    }

    // MARK: Equally good pairs

    /// Appends the columns where the row pays what it pays in its own place, ascending.
    func appendTightColumns(of row: Int, to list: inout [Int32]) {
        let (cells, prices) = (matrix + row * columnCount, prices)
        let column = columnOfRow[row]
        let pays = column == nowhere ? costOfNowhere : cells[column] - prices[column]
        for column in 0..<columnCount where cells[column] &- prices[column] == pays {
            list.append(Int32(truncatingIfNeeded: column))
        }
        if pays == costOfNowhere { list.append(Int32(truncatingIfNeeded: nowhere)) }
    }

    // MARK: Places

    private func place(_ row: Int, _ column: Int) {
        columnOfRow[row] = column
        guard column != nowhere else { return }
        rowsOfColumn[column].append(row)
        hasRoom[column] = rowsOfColumn[column].count < capacities[column]
    }

    private func remove(_ row: Int, _ column: Int) {
        columnOfRow[row] = -1
        guard let place = rowsOfColumn[column].firstIndex(of: row) else {
            preconditionFailure("row \(row) is not in column \(column)")
        }
        rowsOfColumn[column].swapAt(place, rowsOfColumn[column].count - 1)
        rowsOfColumn[column].removeLast()
        hasRoom[column] = true
    }
}
