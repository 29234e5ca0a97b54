import ArgumentParser
import Labels
import WireAPI

struct EnterpriseUnmerge: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "unmerge", ["拆分"], CommandHelp.enterpriseUnmerge)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "words"))
    var words: [String]

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.enterpriseUnmerge, words: words)
    }

    typealias Document = WriteReply
}
