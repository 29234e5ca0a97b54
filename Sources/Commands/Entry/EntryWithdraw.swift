import ArgumentParser
import Labels
import WireAPI

struct EntryWithdraw: WriteCommand {
    static let configuration = CommandConfiguration.named("withdraw", ["撤回"], CommandHelp.entryWithdraw)

    @Argument(help: .phrase(OptionHelp.ids, valueName: "id"))
    var ids: [String]

    @Option(help: .phrase(OptionHelp.reason, valueName: "text"))
    var reason: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.entryWithdraw, words: ids, options: ["reason": .value(reason)])
    }

    typealias Document = WriteReply
}
