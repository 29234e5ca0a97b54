import ArgumentParser
import Labels
import WireAPI

struct ClockAdvance: WriteCommand {
    static let configuration = CommandConfiguration.named("advance", ["推进"], CommandHelp.clockAdvance)

    @Option(help: .phrase(OptionHelp.clockTo, valueName: "instant"))
    var to: String?

    @Option(help: .phrase(OptionHelp.clockBy, valueName: "duration"))
    var by: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var warning: Phrase? { CommandHelp.clockWarning }

    func validate() throws {
        if (to == nil) == (by == nil) {
            throw ValidationError(OptionHelp.toOrBy[HelpLanguage.current])
        }
    }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.clockAdvance, options: ["to": .value(to), "by": .value(by)])
    }

    func page(_ document: ClockReply, in language: Language) -> Page {
        Page(ClockTable.parts(of: document, in: language))
    }
}
