import ArgumentParser
import Labels
import WireAPI

struct EnterpriseFind: DaemonCommand {
    static let configuration = CommandConfiguration.named("find", ["查找"], CommandHelp.enterpriseFind)

    @Argument(help: .phrase(OptionHelp.words, valueName: "text"))
    var words: [String]

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.enterpriseFind, words: words)
    }

    func page(_ document: EnterprisesDocument, in language: Language) -> Page {
        Page(.table(EnterpriseTable.of(document.enterprises)))
    }
}
