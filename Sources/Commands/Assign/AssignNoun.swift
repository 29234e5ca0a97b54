import ArgumentParser
import Labels

struct AssignNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "assign", ["分派"], CommandHelp.assign,
        subcommands: [
            AssignRun.self, AssignSimulate.self, AssignExplain.self, AssignFairness.self, AssignSolve.self,
        ])
}
