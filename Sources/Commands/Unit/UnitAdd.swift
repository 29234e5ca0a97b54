import ArgumentParser
import Labels
import WireAPI

struct UnitAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["新增"], CommandHelp.unitAdd, discussion: CommandHelp.unitDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.unitAdd, words: words)
    }

    typealias Document = WriteReply
}
