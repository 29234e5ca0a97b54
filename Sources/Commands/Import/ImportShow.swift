import ArgumentParser
import Labels
import WireAPI

struct ImportShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.importShow)

    @Argument(help: .phrase(OptionHelp.plan, valueName: "plan"))
    var plan: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.importShow, parameters: ["id": plan])
    }

    func page(_ document: ImportPlanDocument, in language: Language) -> Page {
        Page(ImportTable.parts(of: document.plan))
    }
}
