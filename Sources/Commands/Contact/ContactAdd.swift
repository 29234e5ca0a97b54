import ArgumentParser
import Labels
import WireAPI

struct ContactAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["新增"], CommandHelp.contactAdd, discussion: CommandHelp.contactDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "words"))
    var words: [String]

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.contactAdd, words: words)
    }

    typealias Document = WriteReply
}
