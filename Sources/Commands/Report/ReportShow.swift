import ArgumentParser
import Labels
import WireAPI

struct ReportShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.reportShow)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodOrCurrent, valueName: "period"))
    var period = DaemonCall.currentPeriod

    @Option(help: .phrase(OptionHelp.reportVersion, valueName: "n"))
    var version: Int?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.reportShow, parameters: ["kind": kind, "period": period],
            options: ["version": .value(version.map(String.init))])
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
