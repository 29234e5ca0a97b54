import ArgumentParser
import Labels
import WireAPI

struct TaskShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.taskShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.taskList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.taskShow, parameters: ["id": id])
    }

    func page(_ document: TaskDocument, in language: Language) -> Page {
        Page(TaskTable.parts(of: document))
    }
}
