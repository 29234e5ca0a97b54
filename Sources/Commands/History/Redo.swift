import ArgumentParser
import Labels
import WireAPI

struct Redo: WriteCommand {
    static let configuration = CommandConfiguration.named("redo", ["重做"], CommandHelp.redo)

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.redo)
    }

    func page(_ document: UndoReply, in language: Language) -> Page {
        Page(UndoTable.parts(of: document, in: language))
    }
}
