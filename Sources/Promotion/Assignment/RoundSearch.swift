/// Looks for a chain of moves from one column to another over tight pairs. Columns that led nowhere stay marked until the
/// next ``begin()``.
struct RoundSearch {
    struct Step {
        let row: Int
        let column: Int
    }

    /// Pairs looked at in vain since the beginning.
    private(set) var effort = 0
    /// The moves of the chain that was found.
    private(set) var steps: [Step] = []
    private var marks: [Int]
    private var mark = 0
    /// The node before, and the row that moves from there; -1 for a free place.
    private var before: [(node: Int, row: Int)]
    private var queue: [Int] = []

    init(nodeCount: Int) {
        marks = Array(repeating: 0, count: nodeCount)
        before = Array(repeating: (-1, -1), count: nodeCount)
    }

    mutating func begin() {
        mark += 1
        effort = 0
    }

    /// - Parameter row: this row and those before it have their place.
    mutating func finds(
        _ end: Int, from start: Int, after row: Int, in pairs: TightPairs, _ components: TightComponents
    ) -> Bool {
        guard marks[start] != mark else { return false }
        let component = components.number[end]
        marks[start] = mark
        queue.removeAll(keepingCapacity: true)
        queue.append(start)
        before[start] = (-1, -1)
        var next = 0
        while next < queue.count {
            let node = queue[next]
            next += 1
            if node == pairs.slackNode {
                if pairs.takesFreePlace(end) { return reach(end, (node, -1)) }
                for column in pairs.columnNodes where pairs.takesFreePlace(column) {
                    visit(column, (node, -1), component, components)
                }
                effort += pairs.columnNodes.count
                continue
            }
            // Straight to the end, before the many columns that only might lead there.
            for other in pairs.rows(of: node, after: row) where pairs.allows(other, end) {
                return reach(end, (node, other))
            }
            for other in pairs.rows(of: node, after: row) {
                let targets = pairs.targets(of: other)
                effort += targets.count
                for target in targets { visit(Int(target), (node, other), component, components) }
            }
            if pairs.hasFreePlace(node) { visit(pairs.slackNode, (node, -1), component, components) }
        }
        return false
    }

    private mutating func visit(
        _ node: Int, _ from: (node: Int, row: Int), _ component: Int, _ components: TightComponents
    ) {
        guard marks[node] != mark, components.number[node] == component else { return }
        marks[node] = mark
        before[node] = from
        queue.append(node)
    }

    private mutating func reach(_ end: Int, _ from: (node: Int, row: Int)) -> Bool {
        steps.removeAll(keepingCapacity: true)
        var (column, way) = (end, from)
        while way.node >= 0 {
            if way.row >= 0 { steps.append(Step(row: way.row, column: column)) }
            column = way.node
            way = before[column]
        }
        effort = 0
        return true
    }
}
