import ArgumentParser
import Labels

struct CommitmentNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "commitment", ["承诺"], CommandHelp.commitment,
        subcommands: [CommitmentList.self, CommitmentAdd.self, CommitmentFulfil.self])
}
