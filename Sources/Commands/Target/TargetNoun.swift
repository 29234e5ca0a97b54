import ArgumentParser
import Labels

struct TargetNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "target", ["目标"], CommandHelp.target,
        subcommands: [TargetSet.self, TargetTree.self])
}
