import ArgumentParser
import Labels
import WireAPI

struct NotifyAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["新增"], CommandHelp.notifyAdd, discussion: CommandHelp.notifyDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.notifyAdd, words: words)
    }

    typealias Document = WriteReply
}
