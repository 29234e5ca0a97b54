import ArgumentParser
import Labels
import WireAPI

struct FundsList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.fundsList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.fundsList, list: list)
    }

    func page(_ document: FundsListDocument, in language: Language) -> Page {
        Page(.table(BelongingTable.funds(document.funds)))
    }
}
