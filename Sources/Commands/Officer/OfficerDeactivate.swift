import ArgumentParser
import Labels
import WireAPI

struct OfficerDeactivate: WriteCommand {
    static let configuration = CommandConfiguration.named("deactivate", ["停用"], CommandHelp.officerDeactivate)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.officerList))
    var id: String

    @Option(help: .phrase(OptionHelp.on, valueName: "date"))
    var on: String?

    @Option(help: .phrase(OptionHelp.reason, valueName: "text"))
    var reason: String?

    @Option(help: .phrase(OptionHelp.takesOver, valueName: "officer"), completion: .ids(of: Routes.officerList))
    var to: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.officerDeactivate, words: [id],
            options: ["on": .value(on), "reason": .value(reason), "to": .value(to)])
    }

    typealias Document = WriteReply
}
