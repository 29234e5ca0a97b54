import ArgumentParser
import Labels

struct ClockNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "clock", ["时钟"], CommandHelp.clock,
        subcommands: [ClockShow.self, ClockAdvance.self, ClockAccept.self],
        defaultSubcommand: ClockShow.self)
}
