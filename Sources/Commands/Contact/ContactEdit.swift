import ArgumentParser
import Labels
import WireAPI

struct ContactEdit: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "edit", ["修改"], CommandHelp.contactEdit, discussion: CommandHelp.contactDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "words"))
    var words: [String]

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.contactEdit, words: words)
    }

    typealias Document = WriteReply
}
