import ArgumentParser
import Labels
import WireAPI

struct ImportList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.importList)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.importList)
    }

    func page(_ document: ImportsDocument, in language: Language) -> Page {
        Page(.table(ImportTable.of(document.imports)))
    }
}
