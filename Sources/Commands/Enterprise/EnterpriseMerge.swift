import ArgumentParser
import Labels
import WireAPI

struct EnterpriseMerge: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "merge", ["合并"], CommandHelp.enterpriseMerge)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "words"))
    var words: [String]

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.enterpriseMerge, words: words)
    }

    typealias Document = WriteReply
}
