import ArgumentParser
import Labels
import WireAPI

/// A command that may go on showing the agenda.
protocol FollowingCommand: DaemonCommand {
    var follows: Bool { get }
}

struct Watch: FollowingCommand {
    static let configuration = CommandConfiguration.named("watch", ["跟踪"], CommandHelp.watch)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var follows: Bool { true }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.watch)
    }

    func page(_ document: AgendaDocument, in language: Language) -> Page {
        AgendaTable.page(document.agenda, in: language)
    }
}
