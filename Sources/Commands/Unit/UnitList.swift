import ArgumentParser
import Labels
import WireAPI

struct UnitList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.unitList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.unitList, list: list)
    }

    func page(_ document: UnitsDocument, in language: Language) -> Page {
        Page(.table(UnitTable.of(document.units, in: language)))
    }
}
