import ArgumentParser
import Labels
import WireAPI

struct ClockAccept: WriteCommand {
    static let configuration = CommandConfiguration.named("accept", ["认可"], CommandHelp.clockAccept)

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var warning: Phrase? { CommandHelp.clockWarning }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.clockAccept)
    }

    func page(_ document: ClockReply, in language: Language) -> Page {
        Page(ClockTable.parts(of: document, in: language))
    }
}
