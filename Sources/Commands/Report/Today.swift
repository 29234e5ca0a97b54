import ArgumentParser
import Labels
import WireAPI

struct Today: FollowingCommand {
    static let configuration = CommandConfiguration.named("today", ["今天", "今日"], CommandHelp.today)

    @Flag(help: .phrase(OptionHelp.watch))
    var watch = false

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.today)
    }

    func page(_ document: ReportDocument, in language: Language) -> Page {
        let agenda = document.agenda.map { AgendaTable.page($0, in: language).parts } ?? []
        return Page(agenda + [.report(document.report)])
    }

    var follows: Bool { watch }
}
