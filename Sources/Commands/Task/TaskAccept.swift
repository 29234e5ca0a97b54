import ArgumentParser
import Labels
import WireAPI

struct TaskAccept: WriteCommand {
    static let configuration = CommandConfiguration.named("accept", ["接受", "验收"], CommandHelp.taskAccept)

    @Argument(help: .phrase(OptionHelp.ids, valueName: "id"))
    var ids: [String]

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.taskAccept, words: ids)
    }

    func page(_ document: TaskActReply, in language: Language) -> Page {
        Page(TaskTable.parts(of: document, in: language))
    }
}
