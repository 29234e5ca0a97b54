import ArgumentParser
import Labels
import WireAPI

struct Quarter: DaemonCommand {
    static let configuration = CommandConfiguration.named("quarter", ["季", "季度", "本季"], CommandHelp.quarter)

    @Argument(help: .phrase(OptionHelp.periodOrCurrent, valueName: "period"))
    var period = DaemonCall.currentPeriod

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportShow, parameters: ["kind": "quarter", "period": period])
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
