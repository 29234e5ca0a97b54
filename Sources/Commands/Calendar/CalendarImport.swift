import ArgumentParser
import Labels
import WireAPI

struct CalendarImport: WriteCommand {
    static let configuration = CommandConfiguration.named("import", ["导入"], CommandHelp.calendarImport)

    @Argument(help: .phrase(OptionHelp.calendarFile, valueName: "file"), completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var warning: Phrase? { CommandHelp.calendarImportWarning }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.calendarImport, words: [InputFile.name(file)], options: ["content": .value(try InputFile.text(file))]
        )
    }

    func page(_ document: CalendarImportReply, in language: Language) -> Page {
        Page(CalendarTable.parts(of: document, in: language))
    }
}
