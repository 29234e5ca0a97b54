import ArgumentParser
import Labels
import WireAPI

struct UnitEdit: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "edit", ["修改"], CommandHelp.unitEdit, discussion: CommandHelp.unitDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.unitList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.unitEdit, words: [id] + words)
    }

    typealias Document = WriteReply
}
