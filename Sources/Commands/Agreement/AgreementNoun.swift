import ArgumentParser
import Labels

struct AgreementNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "agreement", ["协议"], CommandHelp.agreement,
        subcommands: [AgreementList.self, AgreementAdd.self, AgreementVoid.self])
}
