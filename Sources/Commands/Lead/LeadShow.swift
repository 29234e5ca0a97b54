import ArgumentParser
import Labels
import WireAPI

struct LeadShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.leadShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.leadList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadShow, parameters: ["id": id])
    }

    func page(_ document: LeadDocument, in language: Language) -> Page {
        Page(LeadTable.parts(of: document, in: language))
    }
}
