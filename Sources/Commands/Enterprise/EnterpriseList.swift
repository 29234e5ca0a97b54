import ArgumentParser
import Labels
import WireAPI

struct EnterpriseList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.enterpriseList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.enterpriseList, list: list)
    }

    func page(_ document: EnterprisesDocument, in language: Language) -> Page {
        Page(.table(EnterpriseTable.of(document.enterprises)))
    }
}
