import ArgumentParser
import Labels
import WireAPI

struct TaskExplain: DaemonCommand {
    static let configuration = CommandConfiguration.named("explain", ["解释"], CommandHelp.taskExplain)

    @Argument(help: .phrase(OptionHelp.taskOrRule))
    var id: String

    @Argument(help: .phrase(OptionHelp.explainPeriod))
    var period: String?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.taskExplain, parameters: ["id": id], words: period.map { [$0] } ?? [])
    }

    func page(_ document: TaskExplanationDocument, in language: Language) -> Page {
        Page(
            .text(document.explain),
            .fields(document.steps.map { PageField($0.name, .text($0.value)) }))
    }
}
