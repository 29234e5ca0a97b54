import ArgumentParser
import Labels
import WireAPI

struct ClaimRelease: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "release", ["放弃"], CommandHelp.claimRelease, discussion: CommandHelp.claimReleaseDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.claimList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.claimRelease, words: [id] + words)
    }

    typealias Document = WriteReply
}
