import ArgumentParser
import Labels
import WireAPI

struct Today: DaemonCommand {
    static let configuration = CommandConfiguration.named("today", ["今天", "今日"], CommandHelp.today)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.today)
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        Page(.report(document.report))
    }
}
