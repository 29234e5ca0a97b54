import Labels
import TextLayout
import WireAPI

/// A tree of targets on a page: one row a unit and indicator, units below indented.
enum TargetTable {
    static func of(_ nodes: [TargetNode]) -> PageTable {
        PageTable(
            nodes.flatMap { flattened($0, depth: 0) },
            [
                PageColumn("unit", shrinkable: true) { row in
                    let indent = String(repeating: "  ", count: row.depth)
                    let name = [row.node.unit, row.node.unitName].compactMap(\.self).joined(separator: " ")
                    return .labelled(plain: indent + name, shown: Phrase(indent + (row.node.unitName ?? row.node.unit)))
                },
                PageColumn("indicator", shrinkable: true) {
                    .labelled(plain: $0.node.indicator, shown: IndicatorLabel.name($0.node.indicator))
                },
                PageColumn("annual", .end) { value($0.node.annual, $0.node) },
                PageColumn("achieved", .end) { value($0.node.achieved, $0.node) },
                PageColumn("completion", .end) { $0.node.completion.map { .ratio($0) } ?? .nothing },
                quarter(0), quarter(1), quarter(2), quarter(3),
                PageColumn("months", usual: false) { .list($0.node.months.map(String.init)) },
            ])
    }

    private struct Row {
        let node: TargetNode
        let depth: Int
    }

    private static func flattened(_ node: TargetNode, depth: Int) -> [Row] {
        [Row(node: node, depth: depth)] + node.children.flatMap { flattened($0, depth: depth + 1) }
    }

    private static func quarter(_ index: Int) -> PageColumn<Row> {
        PageColumn("Q\(index + 1)", .end) { row in
            row.node.quarters.indices.contains(index) ? value(row.node.quarters[index], row.node) : .nothing
        }
    }

    private static func value(_ value: Int64?, _ node: TargetNode) -> PageCell {
        node.measure == "yuan" ? .yuan(value) : .integer(value)
    }
}
