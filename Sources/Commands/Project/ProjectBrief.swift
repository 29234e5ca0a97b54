import ArgumentParser
import Labels
import WireAPI

struct ProjectBrief: DaemonCommand {
    static let configuration = CommandConfiguration.named("brief", ["简报"], CommandHelp.projectBrief)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.projectList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.projectBrief, parameters: ["id": id])
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
