import ArgumentParser
import Labels
import WireAPI

struct TaskList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.taskList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.taskList, list: list)
    }

    func page(_ document: TasksDocument, in language: Language) -> Page {
        Page([.table(TaskTable.of(document.tasks))] + .more(document.next, in: language))
    }
}
