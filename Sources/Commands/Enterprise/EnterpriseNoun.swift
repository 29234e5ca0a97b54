import ArgumentParser
import Labels

struct EnterpriseNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "enterprise", ["企业"], CommandHelp.enterprise,
        subcommands: [
            EnterpriseAdd.self, EnterpriseList.self, EnterpriseShow.self, EnterpriseEdit.self, EnterpriseFind.self,
            EnterpriseMerge.self, EnterpriseUnmerge.self,
        ])
}
