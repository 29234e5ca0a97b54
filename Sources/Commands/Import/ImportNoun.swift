import ArgumentParser
import Labels

struct ImportNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "import", ["导入"], CommandHelp.importNoun, discussion: CommandHelp.importPlanDiscussion,
        subcommands: [ImportPlan.self, ImportApply.self, ImportList.self, ImportShow.self],
        defaultSubcommand: ImportPlan.self)
}
