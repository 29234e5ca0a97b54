import ArgumentParser
import Labels
import WireAPI

struct EnterpriseAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["新增"], CommandHelp.enterpriseAdd, discussion: CommandHelp.enterpriseDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "words"))
    var words: [String]

    @Flag(name: .customLong("force"), help: .phrase(OptionHelp.forceDuplicate))
    var isForced = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.enterpriseAdd, words: words, options: ["force": .flag(isForced)])
    }

    typealias Document = WriteReply
}
