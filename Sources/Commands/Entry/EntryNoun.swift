import ArgumentParser
import Labels

struct EntryNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "entry", ["日志"], CommandHelp.entry,
        subcommands: [EntryList.self, EntryShow.self, EntryEdit.self, EntryWithdraw.self])
}
