import ArgumentParser
import Labels
import WireAPI

struct AgreementList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.agreementList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.agreementList, list: list)
    }

    func page(_ document: AgreementsDocument, in language: Language) -> Page {
        Page(.table(BelongingTable.agreements(document.agreements)))
    }
}
