import ArgumentParser
import Labels
import WireAPI

struct ProjectShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.projectShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.projectList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.projectShow, parameters: ["id": id])
    }

    func page(_ document: ProjectDocument, in language: Language) -> Page {
        Page(ProjectTable.parts(of: document.project))
    }
}
