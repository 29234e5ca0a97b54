import ArgumentParser
import Labels
import WireAPI

struct ReportPreview: DaemonCommand {
    static let configuration = CommandConfiguration.named("preview", ["预览"], CommandHelp.reportPreview)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodOrCurrent, valueName: "period"))
    var period = DaemonCall.currentPeriod

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportPreview, parameters: ["kind": kind, "period": period])
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
