import ArgumentParser
import Labels
import WireAPI

struct CalendarNth: DaemonCommand {
    static let configuration = CommandConfiguration.named("nth", ["第几"], CommandHelp.calendarNth)

    @Argument(help: .phrase(OptionHelp.periodWord))
    var period: String

    @Argument(help: .phrase(OptionHelp.nthNumber, valueName: "n"))
    var number: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.calendarNth, words: [period, number])
    }

    func page(_ document: CalendarNthDocument, in language: Language) -> Page {
        guard let date = document.date else {
            return Page(.aside(language == .zh ? "该时段没有这么多工作日" : "the period has fewer working days"))
        }
        return Page(
            .fields([PageField("date", .text(date)), PageField("provisional", .flag(document.provisional))]))
    }
}
