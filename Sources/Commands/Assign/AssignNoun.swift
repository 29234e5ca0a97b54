import ArgumentParser
import Labels

struct AssignNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "assign", ["分派"], CommandHelp.assign, subcommands: [AssignSolve.self])
}
