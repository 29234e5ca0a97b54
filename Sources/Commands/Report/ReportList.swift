import ArgumentParser
import Labels
import WireAPI

struct ReportList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.reportList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        var list = list
        list.filters = list.filters.map { Self.kinds.contains($0) ? "kind:\($0)" : $0 }
        return DaemonCall(Routes.reportList, list: list)
    }

    /// A kind alone can mean nothing else here.
    private static let kinds: Set = ["day", "week", "month", "quarter", "year", "日", "周", "月", "季", "年"]

    func page(_ document: ReportsDocument, in language: Language) -> Page {
        Page([.table(ReportTable.of(document.reports))] + .more(document.next, in: language))
    }
}
