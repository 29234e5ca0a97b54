import ArgumentParser
import Labels
import WireAPI

struct CalendarDue: DaemonCommand {
    static let configuration = CommandConfiguration.named("due", ["到期"], CommandHelp.calendarDue)

    @Argument(help: .phrase(OptionHelp.fromDateWord, valueName: "from"))
    var from: String

    @Argument(help: .phrase(OptionHelp.workingDayOffset, valueName: "+Nwd"))
    var offset: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.calendarDue, words: [from, offset])
    }

    func page(_ document: CalendarDueDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("due", .instant(document.due, isProvisional: document.provisional)),
                PageField("from", .text(document.from)), PageField("working_days", .integer(document.workingDays)),
            ]))
    }
}
