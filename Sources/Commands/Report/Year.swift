import ArgumentParser
import Labels
import WireAPI

struct Year: DaemonCommand {
    static let configuration = CommandConfiguration.named("year", ["年", "本年"], CommandHelp.year)

    @Argument(help: .phrase(OptionHelp.periodOrCurrent, valueName: "period"))
    var period = DaemonCall.currentPeriod

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportShow, parameters: ["kind": "year", "period": period])
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
