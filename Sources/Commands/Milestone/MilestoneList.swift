import ArgumentParser
import Labels
import WireAPI

struct MilestoneList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.milestoneList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.milestoneList, list: list)
    }

    func page(_ document: MilestonesDocument, in language: Language) -> Page {
        Page(.table(BelongingTable.milestones(document.milestones)))
    }
}
