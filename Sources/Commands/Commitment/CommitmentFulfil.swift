import ArgumentParser
import Labels
import WireAPI

struct CommitmentFulfil: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "fulfil", ["兑现"], CommandHelp.commitmentFulfil, discussion: CommandHelp.commitmentFulfilDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.commitmentList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.commitmentFulfil, words: [id] + words)
    }

    typealias Document = WriteReply
}
