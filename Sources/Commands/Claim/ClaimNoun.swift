import ArgumentParser
import Labels

struct ClaimNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "claim", ["首谈", "首报首谈"], CommandHelp.claim,
        subcommands: [
            ClaimFile.self, ClaimList.self, ClaimShow.self, ClaimExtend.self, ClaimRelease.self, ClaimArbitrate.self,
        ])
}
