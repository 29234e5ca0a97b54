import ArgumentParser
import Labels
import WireAPI

struct ContactShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.contactShow)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.contactList))
    var id: String

    @Flag(name: .customLong("reveal"), help: .phrase(OptionHelp.reveal))
    var isRevealing = false

    @Option(help: .phrase(OptionHelp.purpose, valueName: "text"))
    var purpose: String?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        guard isRevealing else { return DaemonCall(Routes.contactShow, parameters: ["id": id]) }
        return DaemonCall(Routes.contactReveal, words: [id], options: ["purpose": .value(purpose)])
    }

    func page(_ document: ContactDocument, in language: Language) -> Page {
        Page(.fields(ContactTable.fields(of: document.contact)), .table(HistoryTable.of(document.history)))
    }
}
