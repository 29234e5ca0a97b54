import ArgumentParser
import Labels
import WireAPI

struct Undo: WriteCommand {
    static let configuration = CommandConfiguration.named("undo", ["撤销"], CommandHelp.undo)

    @Argument(help: .phrase(OptionHelp.undoCount, valueName: "n"))
    var count: Int?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.undo, words: count.map { [String($0)] } ?? [])
    }

    func page(_ document: UndoReply, in language: Language) -> Page {
        Page(UndoTable.parts(of: document, in: language))
    }
}
