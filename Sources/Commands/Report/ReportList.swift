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
        DaemonCall(Routes.reportList, list: list)
    }

    func page(_ document: ReportsDocument, in language: Language) -> Page {
        Page([.table(ReportTable.of(document.reports))] + .more(document.next, in: language))
    }
}
