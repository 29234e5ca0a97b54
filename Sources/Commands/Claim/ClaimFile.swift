import ArgumentParser
import Labels
import WireAPI

struct ClaimFile: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "file", ["首报", "申报"], CommandHelp.claimFile, discussion: CommandHelp.claimFileDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.claimFile, words: words)
    }

    typealias Document = WriteReply
}
