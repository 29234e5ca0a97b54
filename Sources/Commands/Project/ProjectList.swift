import ArgumentParser
import Labels
import WireAPI

struct ProjectList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.projectList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.projectList, list: list)
    }

    func page(_ document: ProjectsDocument, in language: Language) -> Page {
        Page(.table(ProjectTable.projects(document.projects)))
    }
}
