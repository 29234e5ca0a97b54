import ArgumentParser
import Labels
import WireAPI

struct CampaignList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.campaignList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.campaignList, list: list)
    }

    func page(_ document: CampaignsDocument, in language: Language) -> Page {
        Page(.table(BelongingTable.campaigns(document.campaigns)))
    }
}
