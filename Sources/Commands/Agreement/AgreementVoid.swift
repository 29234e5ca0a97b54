import ArgumentParser
import Labels
import WireAPI

struct AgreementVoid: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "void", ["作废"], CommandHelp.agreementVoid, discussion: CommandHelp.agreementVoidDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.agreementList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.agreementVoid, words: [id] + words)
    }

    typealias Document = WriteReply
}
