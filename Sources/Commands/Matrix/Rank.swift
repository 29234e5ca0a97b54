import ArgumentParser
import Labels
import TextLayout
import WireAPI

struct Rank: DaemonCommand {
    static let configuration = CommandConfiguration.named(
        "rank", ["排名", "赛马"], CommandHelp.rank, discussion: CommandHelp.rankDiscussion)

    @Argument(help: .phrase(OptionHelp.periodWord, valueName: "period"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall { DaemonCall(Routes.rank, words: words) }

    func page(_ document: RankDocument, in language: Language) -> Page {
        Page(
            document.groups.map { .table(Self.table($0, document)) } + [
                .table(
                    PageTable(
                        document.marks.map { ("race.marks", $0) } + document.weights.map { ("index.weights", $0) },
                        [
                            PageColumn("setting") { .text($0.0) },
                            PageColumn("indicator", shrinkable: true) {
                                .labelled(plain: $0.1.indicator, shown: IndicatorLabel.name($0.1.indicator))
                            },
                            PageColumn("weight", .end) { .decimal($0.1.value) },
                        ]))
            ])
    }

    private static func table(_ group: RankGroupRecord, _ document: RankDocument) -> PageTable {
        func rounded(_ value: Double?) -> PageCell { value.map { .decimal(($0 * 100).rounded() / 100) } ?? .nothing }
        var columns: [PageColumn<RankRow>] = [
            PageColumn("group", forPrograms: true) { _ in .text(group.group) },
            PageColumn("rank", .end) { .integer($0.rank) },
            PageColumn("unit") { .labelled(plain: $0.unit, shown: Phrase($0.name)) },
            PageColumn("score", .end) { rounded($0.score) },
        ]
        for mark in document.marks {
            columns.append(
                PageColumn(mark.indicator, .end) { row in
                    rounded(row.items.first { $0.indicator == mark.indicator }?.points)
                })
        }
        columns += [
            PageColumn("deduction", .end) { $0.deduction == 0 ? .nothing : rounded($0.deduction) },
            PageColumn("index", .end) { rounded($0.index) },
            PageColumn("change", .end) { .integer($0.change) },
            PageColumn("note", shrinkable: true) { .text($0.note ?? $0.deductionNote) },
        ]
        return PageTable(group.rows, columns, caption: RankGroupLabel.name(group.group))
    }
}
