import ArgumentParser
import Labels
import WireAPI

struct LeadReopen: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "reopen", ["重启"], CommandHelp.leadReopen)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.leadList))
    var id: String

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadReopen, words: [id])
    }

    typealias Document = WriteReply
}
