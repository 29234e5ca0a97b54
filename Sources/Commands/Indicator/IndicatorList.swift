import ArgumentParser
import Labels
import WireAPI

struct IndicatorList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.indicatorList)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall { DaemonCall(Routes.indicatorList) }

    func page(_ document: IndicatorsDocument, in language: Language) -> Page {
        Page(.table(IndicatorTable.of(document.indicators, in: language)))
    }
}
