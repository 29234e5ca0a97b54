import ArgumentParser
import Labels
import TextLayout
import WireAPI

struct ReportWhatIf: DaemonCommand {
    static let configuration = CommandConfiguration.named(
        "what-if", ["假设"], CommandHelp.reportWhatIf, discussion: CommandHelp.reportWhatIfDiscussion)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodWord))
    var period: String

    @Argument(help: .phrase(OptionHelp.supposition, valueName: "P-17:started@DATE"))
    var suppositions: [String] = []

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportWhatIf, parameters: ["kind": kind, "period": period], words: suppositions)
    }

    func page(_ document: WhatIfDocument, in language: Language) -> Page {
        var parts: [Page.Part] = [.table(ReportTable.of(document.figures))]
        if !document.ranks.isEmpty {
            parts.append(
                .table(
                    PageTable(
                        document.ranks,
                        [
                            PageColumn("unit") { .labelled(plain: $0.unit, shown: Phrase($0.name)) },
                            PageColumn("from", .end) { .integer($0.from) }, PageColumn("to", .end) { .integer($0.to) },
                        ])))
        }
        return Page(parts)
    }
}
