import ArgumentParser
import Labels
import WireAPI

struct DirectiveClose: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "close", ["办结"], CommandHelp.directiveClose, discussion: CommandHelp.directiveCloseDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.directiveList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.directiveClose, words: [id] + words)
    }

    typealias Document = WriteReply
}
