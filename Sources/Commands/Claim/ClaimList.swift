import ArgumentParser
import Labels
import WireAPI

struct ClaimList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.claimList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.claimList, list: list)
    }

    func page(_ document: ClaimsDocument, in language: Language) -> Page {
        Page(.table(ClaimTable.of(document.claims)))
    }
}
