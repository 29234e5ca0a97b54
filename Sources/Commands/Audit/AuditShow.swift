import ArgumentParser
import Labels
import WireAPI

struct AuditShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.auditShow)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.auditShow, list: list)
    }

    func page(_ document: AuditDocument, in language: Language) -> Page {
        Page([.table(HistoryTable.of(document.events))] + .more(document.next, in: language))
    }
}
