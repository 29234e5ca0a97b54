import ArgumentParser
import Labels
import WireAPI

struct FundsVerify: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "verify", ["核实"], CommandHelp.fundsVerify, discussion: CommandHelp.fundsVerifyDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.fundsList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.fundsVerify, words: [id] + words)
    }

    typealias Document = WriteReply
}
