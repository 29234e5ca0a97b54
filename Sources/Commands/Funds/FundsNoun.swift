import ArgumentParser
import Labels

struct FundsNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "funds", ["资金"], CommandHelp.funds,
        subcommands: [FundsList.self, FundsAdd.self, FundsVerify.self, FundsReject.self])
}
