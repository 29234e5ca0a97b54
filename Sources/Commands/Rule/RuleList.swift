import ArgumentParser
import Labels
import WireAPI

struct RuleList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.ruleList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.ruleList, list: list)
    }

    func page(_ document: RulesDocument, in language: Language) -> Page {
        Page(.table(RuleTable.of(document.rules, in: language)))
    }
}
