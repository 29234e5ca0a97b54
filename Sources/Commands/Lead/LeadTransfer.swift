import ArgumentParser
import Labels
import WireAPI

struct LeadTransfer: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "transfer", ["流转"], CommandHelp.leadTransfer, discussion: CommandHelp.leadTransferDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.leadList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadTransfer, words: [id] + words)
    }

    typealias Document = WriteReply
}
