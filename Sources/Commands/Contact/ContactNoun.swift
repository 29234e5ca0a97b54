import ArgumentParser
import Labels

struct ContactNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "contact", ["联系人"], CommandHelp.contact,
        subcommands: [
            ContactAdd.self, ContactList.self, ContactShow.self, ContactEdit.self, ContactErase.self,
        ])
}
