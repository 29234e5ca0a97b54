import ArgumentParser
import Labels
import WireAPI

struct AssignExplain: DaemonCommand {
    static let configuration = CommandConfiguration.named("explain", ["解释"], CommandHelp.assignExplain)

    @Argument(help: .phrase(OptionHelp.leadOrAssignment, valueName: "lead"))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.assignExplain, parameters: ["id": id])
    }

    func page(_ document: AssignmentExplanationDocument, in language: Language) -> Page {
        Page(AssignTable.parts(of: document))
    }
}
