import ArgumentParser
import Labels
import WireAPI

struct CalendarShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.calendarShow)

    @Argument(help: .phrase(OptionHelp.periodOrCurrent, valueName: "period"))
    var period = DaemonCall.currentPeriod

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.calendarShow, parameters: ["period": period])
    }

    func page(_ document: CalendarPeriodDocument, in language: Language) -> Page {
        Page(CalendarTable.parts(of: document))
    }
}
