import ArgumentParser
import Labels

struct RuleNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "rule", ["规则"], CommandHelp.rule,
        subcommands: [
            RuleList.self, RuleShow.self, RuleAdd.self, RuleEdit.self, RuleEnd.self, RulePause.self, RuleResume.self,
            RuleBackfill.self,
        ])
}
