import ArgumentParser
import Labels
import WireAPI

struct CampaignClose: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "close", ["结束"], CommandHelp.campaignClose, discussion: CommandHelp.campaignCloseDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.campaignList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.campaignClose, words: [id] + words)
    }

    typealias Document = WriteReply
}
