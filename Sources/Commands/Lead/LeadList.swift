import ArgumentParser
import Labels
import WireAPI

struct LeadList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.leadList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadList, list: list)
    }

    func page(_ document: LeadsDocument, in language: Language) -> Page {
        Page(.table(LeadTable.of(document.leads)))
    }
}
