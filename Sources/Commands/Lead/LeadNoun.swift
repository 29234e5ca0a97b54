import ArgumentParser
import Labels

struct LeadNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "lead", ["线索"], CommandHelp.lead,
        subcommands: [
            LeadAdd.self, LeadList.self, LeadShow.self, LeadEdit.self, LeadScreen.self, LeadNote.self,
            LeadTransfer.self, LeadMerge.self, LeadUnmerge.self, LeadReopen.self,
            LeadAssign.self,
        ])
}
