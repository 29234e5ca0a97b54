import ArgumentParser
import Labels
import WireAPI

struct ClaimShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.claimShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.claimList))
    var id: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.claimShow, parameters: ["id": id])
    }

    func page(_ document: ClaimDocument, in language: Language) -> Page {
        Page(ClaimTable.parts(of: document))
    }
}
