import ArgumentParser
import Labels
import WireAPI

struct AssignRun: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "run", ["运行", "批量"], CommandHelp.assignRun, discussion: CommandHelp.assignRunDiscussion)

    @Argument(help: .phrase(OptionHelp.assignRunFilter, valueName: "unit:U"))
    var filters: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.assignRun, words: filters)
    }

    func page(_ document: AssignmentReply, in language: Language) -> Page {
        Page(AssignTable.parts(of: document, in: language))
    }
}
