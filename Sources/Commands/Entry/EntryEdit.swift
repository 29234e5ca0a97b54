import ArgumentParser
import Labels
import WireAPI

struct EntryEdit: WriteCommand {
    static let configuration = CommandConfiguration.named("edit", ["修改"], CommandHelp.entryEdit)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.entryList))
    var id: String

    @Argument(help: .phrase(OptionHelp.capture, valueName: "text"))
    var words: [String] = []

    @Option(help: .phrase(OptionHelp.on, valueName: "date"))
    var on: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.entryEdit, words: [id] + words, options: ["on": .value(on)])
    }

    typealias Document = WriteReply
}
