import ArgumentParser
import Labels
import WireAPI

struct RuleShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.ruleShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.ruleList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.ruleShow, parameters: ["id": id])
    }

    func page(_ document: RuleDocument, in language: Language) -> Page {
        Page(
            .fields(RuleTable.fields(of: document.rule) + [PageField("watermark", .text(document.watermark))]),
            .table(RuleTable.of(document.revisions)),
            .table(RuleTable.of(document.pauses ?? [])), .table(HistoryTable.of(document.history)))
    }
}
