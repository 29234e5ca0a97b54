import ArgumentParser
import Labels
import WireAPI

struct EntryShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.entryShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.entryList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.entryShow, parameters: ["id": id])
    }

    func page(_ document: EntryDocument, in language: Language) -> Page {
        Page(.fields(EntryTable.fields(of: document.entry)), .table(HistoryTable.of(document.history)))
    }
}
