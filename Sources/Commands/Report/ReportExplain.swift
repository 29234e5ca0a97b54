import ArgumentParser
import Labels
import WireAPI

struct ReportExplain: DaemonCommand {
    static let configuration = CommandConfiguration.named("explain", ["解释"], CommandHelp.reportExplain)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodWord))
    var period: String

    @Argument(help: .phrase(OptionHelp.figure))
    var figure: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.reportExplain, parameters: ["kind": kind, "period": period, "figure": figure])
    }

    func page(_ document: FigureExplanationDocument, in language: Language) -> Page {
        Page(ReportTable.parts(of: document, in: language))
    }
}
