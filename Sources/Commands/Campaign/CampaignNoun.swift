import ArgumentParser
import Labels

struct CampaignNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "campaign", ["活动"], CommandHelp.campaign,
        subcommands: [CampaignList.self, CampaignPlan.self, CampaignClose.self])
}
