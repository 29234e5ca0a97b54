import ArgumentParser
import Labels
import WireAPI

struct TaskNext: DaemonCommand {
    static let configuration = CommandConfiguration.named("next", ["接下来"], CommandHelp.taskNext)

    @OptionGroup
    var list: ListOptions

    @Option(help: .phrase(OptionHelp.rule, valueName: "rule"))
    var rule: String?

    @Option(help: .phrase(OptionHelp.level, valueName: "level"))
    var level: String?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.taskNext, list: list, options: ["rule": .value(rule), "level": .value(level)])
    }

    func page(_ document: TaskForecastDocument, in language: Language) -> Page {
        Page(.table(TaskTable.of(document.tasks)))
    }
}
