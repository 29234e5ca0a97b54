import ArgumentParser
import Labels
import WireAPI

struct ContactList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.contactList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.contactList, list: list)
    }

    func page(_ document: ContactsDocument, in language: Language) -> Page {
        Page(.table(ContactTable.of(document.contacts)))
    }
}
