import ArgumentParser
import Labels
import WireAPI

struct ReportDiff: DaemonCommand {
    static let configuration = CommandConfiguration.named("diff", ["比较"], CommandHelp.reportDiff)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodWord))
    var period: String

    @Argument(help: .phrase(OptionHelp.otherPeriod))
    var other: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.reportDiff, parameters: ["kind": kind, "period": period, "other": other])
    }

    func page(_ document: ReportComparisonDocument, in language: Language) -> Page {
        Page(.table(ReportTable.of(document.figures)))
    }
}
