import ArgumentParser
import Labels
import WireAPI

struct LeadUnmerge: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "unmerge", ["拆分"], CommandHelp.leadUnmerge)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.leadList))
    var id: String

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadUnmerge, words: [id])
    }

    typealias Document = WriteReply
}
