import ArgumentParser
import Labels
import WireAPI

struct MilestoneDone: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "done", ["完成"], CommandHelp.milestoneDone, discussion: CommandHelp.milestoneDoneDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.milestoneList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.milestoneDone, words: [id] + words)
    }

    typealias Document = WriteReply
}
