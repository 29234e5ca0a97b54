import ArgumentParser
import Labels
import WireAPI

struct CalendarCount: DaemonCommand {
    static let configuration = CommandConfiguration.named("count", ["计数"], CommandHelp.calendarCount)

    @Argument(help: .phrase(OptionHelp.fromDateWord, valueName: "from"))
    var from: String

    @Argument(help: .phrase(OptionHelp.toDateWord, valueName: "to"))
    var to: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.calendarCount, words: [from, to])
    }

    func page(_ document: CalendarCountDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("working_days", .integer(document.workingDays)), PageField("from", .text(document.from)),
                PageField("to", .text(document.to)), PageField("provisional", .flag(document.provisional)),
            ]))
    }
}
