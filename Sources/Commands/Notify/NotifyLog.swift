import ArgumentParser
import Labels
import WireAPI

struct NotifyLog: DaemonCommand {
    static let configuration = CommandConfiguration.named("log", ["记录"], CommandHelp.notifyLog)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.notifyLog, list: list)
    }

    func page(_ document: DeliveriesDocument, in language: Language) -> Page {
        Page(.table(NotifyTable.of(document.deliveries)))
    }
}
