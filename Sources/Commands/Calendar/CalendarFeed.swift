import ArgumentParser
import Labels
import WireAPI

struct CalendarFeed: DaemonCommand {
    static let configuration = CommandConfiguration.named("feed", ["订阅"], CommandHelp.calendarFeed)

    @Option(help: .phrase(OptionHelp.feedOfficer, valueName: "officer"))
    var officer: String?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.calendarFeed, options: ["officer": .value(officer)])
    }

    /// A part of text is ended by a line feed; the last line's is CR LF.
    func page(_ document: CalendarFeedDocument, in language: Language) -> Page {
        Page(.text(String(document.text.dropLast()) + "\r"))
    }
}
