import ArgumentParser
import Labels
import WireAPI

struct History: DaemonCommand {
    static let configuration = CommandConfiguration.named("history", ["历史"], CommandHelp.history)

    @Argument(help: .phrase(OptionHelp.id))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.history, parameters: ["id": id])
    }

    func page(_ document: HistoryDocument, in language: Language) -> Page {
        Page(.table(HistoryTable.of(document.events)))
    }
}
