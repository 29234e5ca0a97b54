/// The strongly connected components of the columns under moves over tight pairs (Tarjan, Depth-first search and linear
/// graph algorithms, 1972), without recursion.
struct TightComponents {
    /// For each column, `nowhere` and `slack`.
    private(set) var number: [Int]

    private struct Frame {
        let node: Int
        var successors: [Int]
    }

    /// - Parameter row: this row and those before it no longer move.
    init(_ pairs: TightPairs, after row: Int) {
        let count = pairs.columnNodes.count + 1
        number = Array(repeating: -1, count: count)
        var order = Array(repeating: -1, count: count)
        var lowest = Array(repeating: -1, count: count)
        var open: [Int] = []
        var frames: [Frame] = []
        var clock = 0
        var components = 0
        var seen = Array(repeating: -1, count: count)
        func enter(_ node: Int) {
            order[node] = clock
            lowest[node] = clock
            clock += 1
            open.append(node)
            frames.append(Frame(node: node, successors: Self.successors(of: node, in: pairs, after: row, &seen)))
        }
        for root in 0..<count where order[root] < 0 {
            enter(root)
            while let frame = frames.last {
                let node = frame.node
                if let next = frames[frames.count - 1].successors.popLast() {
                    if order[next] < 0 {
                        enter(next)
                    } else if number[next] < 0 {
                        lowest[node] = min(lowest[node], order[next])
                    }
                    continue
                }
                frames.removeLast()
                if let parent = frames.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
                guard lowest[node] == order[node] else { continue }
                while let last = open.popLast() {
                    number[last] = components
                    if last == node { break }
                }
                components += 1
            }
        }
    }

    /// Each node once.
    private static func successors(
        of node: Int, in pairs: TightPairs, after row: Int, _ seen: inout [Int]
    ) -> [Int] {
        guard node != pairs.slackNode else {
            return pairs.columnNodes.filter { pairs.takesFreePlace($0) }
        }
        var found: [Int] = []
        for other in pairs.rows(of: node, after: row) {
            for target in pairs.targets(of: other) where seen[Int(target)] != node {
                seen[Int(target)] = node
                found.append(Int(target))
            }
        }
        if pairs.hasFreePlace(node) { found.append(pairs.slackNode) }
        return found
    }
}
