import ArgumentParser
import Labels

struct SettingNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "setting", ["设置"], CommandHelp.setting,
        subcommands: [SettingList.self, SettingShow.self, SettingSet.self])
}
