import ArgumentParser
import Labels

struct ProfileNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "profile", ["模板", "方案"], CommandHelp.profile,
        subcommands: [ProfileList.self, ProfileShow.self, ProfileApply.self])
}
