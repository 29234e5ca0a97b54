import ArgumentParser
import Labels
import WireAPI

struct ProjectAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["登记"], CommandHelp.projectAdd, discussion: CommandHelp.projectAddDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.projectAdd, words: words)
    }

    typealias Document = WriteReply
}
