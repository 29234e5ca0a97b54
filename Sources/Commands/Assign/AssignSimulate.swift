import ArgumentParser
import Labels
import WireAPI

struct AssignSimulate: DaemonCommand {
    static let configuration = CommandConfiguration.named("simulate", ["试算"], CommandHelp.assignSimulate)

    @Argument(help: .phrase(OptionHelp.leadID, valueName: "lead"))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.assignSimulate, parameters: ["id": id])
    }

    func page(_ document: AssignmentExplanationDocument, in language: Language) -> Page {
        Page(AssignTable.parts(of: document))
    }
}
