import ArgumentParser
import Labels
import WireAPI

struct NotifyEdit: WriteCommand {
    static let configuration = CommandConfiguration.named("edit", ["修改"], CommandHelp.notifyEdit)

    @Argument(help: .phrase(OptionHelp.channelAndWords, valueName: "channel key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.notifyEdit, words: words)
    }

    typealias Document = WriteReply
}
