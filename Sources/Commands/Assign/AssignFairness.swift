import ArgumentParser
import Labels
import WireAPI

struct AssignFairness: DaemonCommand {
    static let configuration = CommandConfiguration.named("fairness", ["均衡"], CommandHelp.assignFairness)

    @Argument(help: .phrase(OptionHelp.fairnessFilter, valueName: "key:value"))
    var filters: [String] = []

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.assignFairness, words: filters)
    }

    func page(_ document: AssignmentFairnessDocument, in language: Language) -> Page {
        Page(AssignTable.parts(of: document))
    }
}
