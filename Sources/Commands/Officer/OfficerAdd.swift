import ArgumentParser
import Labels
import WireAPI

struct OfficerAdd: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "add", ["新增"], CommandHelp.officerAdd, discussion: CommandHelp.officerDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.officerAdd, words: words)
    }

    typealias Document = WriteReply
}
