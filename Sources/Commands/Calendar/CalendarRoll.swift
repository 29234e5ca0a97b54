import ArgumentParser
import Labels
import WireAPI

struct CalendarRoll: DaemonCommand {
    static let configuration = CommandConfiguration.named("roll", ["顺延"], CommandHelp.calendarRoll)

    @Argument(help: .phrase(OptionHelp.dateWord))
    var date: String

    @Argument(help: .phrase(OptionHelp.roll))
    var roll: String

    @Option(help: .phrase(OptionHelp.owningPeriod, valueName: "period"))
    var period: String?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.calendarRoll, words: [date, roll], options: ["period": .value(period)])
    }

    func page(_ document: CalendarRollDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("date", .text(document.date)), PageField("provisional", .flag(document.provisional)),
            ]))
    }
}
