import ArgumentParser
import Labels
import WireAPI

struct EntryList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.entryList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.entryList, list: list)
    }

    func page(_ document: EntriesDocument, in language: Language) -> Page {
        Page([.table(EntryTable.of(document.entries))] + .more(document.next, in: language))
    }
}
