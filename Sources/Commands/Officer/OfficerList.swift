import ArgumentParser
import Labels
import WireAPI

struct OfficerList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.officerList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.officerList, list: list)
    }

    func page(_ document: OfficersDocument, in language: Language) -> Page {
        Page(.table(OfficerTable.of(document.officers)))
    }
}
