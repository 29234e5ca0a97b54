import ArgumentParser
import Labels
import WireAPI

struct TargetSet: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "set", ["设定"], CommandHelp.targetSet, discussion: CommandHelp.targetDiscussion)

    @Argument(help: .phrase(OptionHelp.targetWords, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.targetSet, words: words)
    }

    typealias Document = WriteReply
}
