import ArgumentParser
import Labels

struct MilestoneNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "milestone", ["节点"], CommandHelp.milestone,
        subcommands: [MilestoneList.self, MilestoneAdd.self, MilestoneDone.self])
}
