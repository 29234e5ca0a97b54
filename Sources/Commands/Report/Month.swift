import ArgumentParser
import Labels
import WireAPI

struct Month: DaemonCommand {
    static let configuration = CommandConfiguration.named("month", ["月", "本月"], CommandHelp.month)

    @Argument(help: .phrase(OptionHelp.periodOrCurrent, valueName: "period"))
    var period = DaemonCall.currentPeriod

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportShow, parameters: ["kind": "month", "period": period])
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
