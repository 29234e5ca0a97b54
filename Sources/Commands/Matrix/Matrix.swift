import ArgumentParser
import Labels
import TextLayout
import WireAPI

struct Matrix: DaemonCommand {
    static let configuration = CommandConfiguration.named(
        "matrix", ["矩阵"], CommandHelp.matrix, discussion: CommandHelp.matrixDiscussion)

    @Argument(help: .phrase(OptionHelp.matrixWords, valueName: "words"))
    var words: [String] = []

    @Option(help: .phrase(OptionHelp.matrixBy))
    var by: String = "unit"

    @Flag(help: .phrase(OptionHelp.matrixStep))
    var step: MatrixStep = .monthly

    @Flag(help: .phrase(OptionHelp.matrixTarget))
    var target = false

    @Flag(help: .phrase(OptionHelp.matrixAverage))
    var average = false

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.matrix, words: words,
            options: [
                "by": .value(by), "step": .value(step.rawValue), "target": .value(target ? "yes" : nil),
                "average": .value(average ? "yes" : nil),
            ])
    }

    func page(_ document: MatrixDocument, in language: Language) -> Page {
        Page(document.tables.map { .table(Self.table($0, document.periods)) })
    }

    /// Rows of one indicator with its columns of periods, and the sums below.
    private static func table(_ table: MatrixTable, _ periods: [String]) -> PageTable {
        let isYuan = table.measure == "yuan"
        func cell(_ value: Int64?) -> PageCell { isYuan ? .yuan(value) : .integer(value) }
        let largest = table.rows.flatMap(\.values).max() ?? 0
        let rows = table.rows + [table.total]
        let hasTarget = rows.contains { $0.target != nil }
        let hasAverage = rows.contains { $0.average != nil }
        var columns: [PageColumn<MatrixRow>] = [
            PageColumn("indicator", forPrograms: true) { _ in
                .labelled(plain: table.indicator, shown: IndicatorLabel.name(table.indicator))
            },
            PageColumn("name", shrinkable: true) { .text($0.name) },
            PageColumn("id", usual: false) { .text($0.id) },
        ]
        for (index, period) in periods.enumerated() {
            columns.append(
                PageColumn(period, .end) { row in
                    row == table.total
                        ? cell(row.values[index]) : .shaded(row.values[index], isYuan: isYuan, largest: largest)
                })
        }
        columns += [
            PageColumn("total", .end) { cell($0.total) },
            PageColumn("share", .end) { $0.share.map { .ratio($0) } ?? .nothing },
        ]
        if hasAverage {
            columns.append(
                PageColumn("average", .end) { row in
                    row.average.map {
                        isYuan ? .yuan(Int64($0.rounded())) : .decimal(($0 * 100).rounded() / 100)
                    }
                        ?? .nothing
                })
        }
        if hasTarget {
            columns += [
                PageColumn("target", .end) { cell($0.target) },
                PageColumn("completion", .end) { $0.completion.map { .ratio($0) } ?? .nothing },
            ]
        }
        return PageTable(rows, columns, caption: IndicatorLabel.name(table.indicator))
    }
}

/// Columns of a matrix.
enum MatrixStep: String, EnumerableFlag {
    case weekly, monthly, quarterly, yearly
}
