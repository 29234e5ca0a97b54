import ArgumentParser
import Labels
import WireAPI

struct FundsReject: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "reject", ["退回"], CommandHelp.fundsReject, discussion: CommandHelp.fundsRejectDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.fundsList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.fundsReject, words: [id] + words)
    }

    typealias Document = WriteReply
}
