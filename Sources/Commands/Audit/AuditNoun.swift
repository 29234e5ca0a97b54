import ArgumentParser
import Labels

struct AuditNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "audit", ["审计"], CommandHelp.audit,
        subcommands: [AuditVerify.self, AuditShow.self])
}
