import ArgumentParser
import Labels

struct DirectiveNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "directive", ["督办"], CommandHelp.directive,
        subcommands: [DirectiveList.self, DirectiveIssue.self, DirectiveReply.self, DirectiveClose.self])
}
