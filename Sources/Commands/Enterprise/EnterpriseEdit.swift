import ArgumentParser
import Labels
import WireAPI

struct EnterpriseEdit: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "edit", ["修改"], CommandHelp.enterpriseEdit, discussion: CommandHelp.enterpriseDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "words"))
    var words: [String]

    @Flag(name: .customLong("force"), help: .phrase(OptionHelp.forceDuplicate))
    var isForced = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.enterpriseEdit, words: words, options: ["force": .flag(isForced)])
    }

    typealias Document = WriteReply
}
