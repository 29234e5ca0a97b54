import ArgumentParser
import Labels
import WireAPI

struct DirectiveReply: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "reply", ["回复"], CommandHelp.directiveReply, discussion: CommandHelp.directiveReplyDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.directiveList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.directiveReply, words: [id] + words)
    }

    typealias Document = WriteReply
}
