import ArgumentParser
import Labels
import WireAPI

struct Week: DaemonCommand {
    static let configuration = CommandConfiguration.named("week", ["周", "本周"], CommandHelp.week)

    @Argument(help: .phrase(OptionHelp.periodOrCurrent, valueName: "period"))
    var period = DaemonCall.currentPeriod

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportShow, parameters: ["kind": "week", "period": period])
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
