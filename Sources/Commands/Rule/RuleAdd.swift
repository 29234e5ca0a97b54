import ArgumentParser
import Labels
import WireAPI

struct RuleAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["新增"], CommandHelp.ruleAdd, discussion: CommandHelp.ruleDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.ruleAdd, words: words)
    }

    typealias Document = WriteReply
}
