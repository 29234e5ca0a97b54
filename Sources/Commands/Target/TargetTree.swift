import ArgumentParser
import Labels
import WireAPI

struct TargetTree: DaemonCommand {
    static let configuration = CommandConfiguration.named("tree", ["分解"], CommandHelp.targetTree)

    @Argument(help: .phrase(OptionHelp.targetFilter, valueName: "words"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.targetTree, words: words)
    }

    func page(_ document: TargetTreeDocument, in language: Language) -> Page {
        Page(.table(TargetTable.of(document.targets)))
    }
}
