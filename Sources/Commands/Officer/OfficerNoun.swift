import ArgumentParser
import Labels

struct OfficerNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "officer", ["人员"], CommandHelp.officer,
        subcommands: [
            OfficerAdd.self, OfficerList.self, OfficerShow.self, OfficerEdit.self, OfficerLeave.self,
            OfficerDeactivate.self, OfficerRoster.self,
        ])
}
