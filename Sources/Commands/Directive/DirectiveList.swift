import ArgumentParser
import Labels
import WireAPI

struct DirectiveList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.directiveList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.directiveList, list: list)
    }

    func page(_ document: DirectivesDocument, in language: Language) -> Page {
        Page(.table(BelongingTable.directives(document.directives)))
    }
}
