import ArgumentParser
import Labels
import WireAPI

struct IndicatorShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.indicatorShow)

    @Argument(help: .phrase(OptionHelp.indicator))
    var indicator: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.indicatorShow, parameters: ["id": indicator])
    }

    func page(_ document: IndicatorsDocument, in language: Language) -> Page {
        Page(document.indicators.map { .fields(IndicatorTable.fields(of: $0, in: language)) })
    }
}
