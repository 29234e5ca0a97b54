import ArgumentParser
import Labels
import WireAPI

struct TaskReturn: WriteCommand {
    static let configuration = CommandConfiguration.named("return", ["退回"], CommandHelp.taskReturn)

    @Argument(help: .phrase(OptionHelp.ids, valueName: "id"))
    var ids: [String]

    @Option(help: .phrase(OptionHelp.reason, valueName: "text"))
    var reason: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.taskReturn, words: ids, options: ["reason": .value(reason)])
    }

    func page(_ document: TaskActReply, in language: Language) -> Page {
        Page(TaskTable.parts(of: document, in: language))
    }
}
