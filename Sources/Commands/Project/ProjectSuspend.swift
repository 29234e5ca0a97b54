import ArgumentParser
import Labels
import WireAPI

struct ProjectSuspend: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "suspend", ["暂缓"], CommandHelp.projectSuspend, discussion: CommandHelp.projectSuspendDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.projectList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.projectSuspend, words: [id] + words)
    }

    typealias Document = WriteReply
}
