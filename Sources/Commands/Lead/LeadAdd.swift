import ArgumentParser
import Labels
import WireAPI

struct LeadAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["新增", "登记"], CommandHelp.leadAdd, discussion: CommandHelp.leadAddDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadAdd, words: words)
    }

    typealias Document = WriteReply
}
