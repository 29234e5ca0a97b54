import ArgumentParser
import Labels
import WireAPI

struct OfficerShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.officerShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.officerList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.officerShow, parameters: ["id": id])
    }

    func page(_ document: OfficerDocument, in language: Language) -> Page {
        Page(
            .fields(OfficerTable.fields(of: document.officer)), .table(OfficerTable.of(document.memberships)),
            .table(HistoryTable.of(document.history)))
    }
}
