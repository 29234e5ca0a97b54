import ArgumentParser
import Labels
import WireAPI

struct ImportApply: WriteCommand {
    static let configuration = CommandConfiguration.named("apply", ["执行"], CommandHelp.importApply)

    @Argument(help: .phrase(OptionHelp.plan, valueName: "plan"))
    var plan: String

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.importApply, words: [plan])
    }

    func page(_ document: ImportReply, in language: Language) -> Page {
        Page([.fields(ImportTable.fields(of: document.detail.plan))] + .asides(of: document.write, in: language))
    }
}
