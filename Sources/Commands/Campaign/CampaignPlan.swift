import ArgumentParser
import Labels
import WireAPI

struct CampaignPlan: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "plan", ["计划"], CommandHelp.campaignPlan, discussion: CommandHelp.campaignPlanDiscussion)

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.campaignPlan, words: words)
    }

    typealias Document = WriteReply
}
