import ArgumentParser
import Labels
import WireAPI

struct NotifyList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.notifyList)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.notifyList)
    }

    func page(_ document: ChannelsDocument, in language: Language) -> Page {
        Page(.table(NotifyTable.of(document.channels)))
    }
}
