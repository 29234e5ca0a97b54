import ArgumentParser
import Labels
import WireAPI

struct CalendarYears: DaemonCommand {
    static let configuration = CommandConfiguration.named("years", ["年度"], CommandHelp.calendarYears)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.calendarYears)
    }

    func page(_ document: CalendarYearsDocument, in language: Language) -> Page {
        Page(.table(CalendarTable.of(document.years)))
    }
}
