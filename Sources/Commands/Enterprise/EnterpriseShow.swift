import ArgumentParser
import Labels
import WireAPI

struct EnterpriseShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.enterpriseShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.enterpriseList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.enterpriseShow, parameters: ["id": id])
    }

    func page(_ document: EnterpriseDocument, in language: Language) -> Page {
        Page(.fields(EnterpriseTable.fields(of: document.enterprise)), .table(HistoryTable.of(document.history)))
    }
}
