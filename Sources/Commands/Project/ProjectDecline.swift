import ArgumentParser
import Labels
import WireAPI

struct ProjectDecline: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "decline", ["驳回"], CommandHelp.projectDecline, discussion: CommandHelp.projectDeclineDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.projectList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.projectDecline, words: [id] + words)
    }

    typealias Document = WriteReply
}
