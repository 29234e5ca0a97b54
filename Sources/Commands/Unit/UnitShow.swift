import ArgumentParser
import Labels
import WireAPI

struct UnitShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.unitShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.unitList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.unitShow, parameters: ["id": id])
    }

    func page(_ document: UnitDocument, in language: Language) -> Page {
        Page(
            .fields(UnitTable.fields(of: document.unit)), .table(OfficerTable.of(document.officers)),
            .table(HistoryTable.of(document.history)))
    }
}
