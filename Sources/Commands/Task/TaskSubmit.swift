import ArgumentParser
import Labels
import WireAPI

struct TaskSubmit: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "submit", ["提交"], CommandHelp.taskSubmit, discussion: CommandHelp.taskSubmitDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.taskList))
    var id: String

    @Argument(help: .phrase(OptionHelp.narrative, valueName: "text"))
    var words: [String] = []

    @Flag(name: .customLong("zero"), help: .phrase(OptionHelp.zero))
    var isZero = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.taskSubmit, words: [id] + words, options: ["zero": .flag(isZero)])
    }

    func page(_ document: TaskActReply, in language: Language) -> Page {
        Page(TaskTable.parts(of: document, in: language))
    }
}
