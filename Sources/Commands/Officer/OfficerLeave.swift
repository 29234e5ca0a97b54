import ArgumentParser
import Labels
import WireAPI

struct OfficerLeave: WriteCommand {
    static let configuration = CommandConfiguration.named("leave", ["请假"], CommandHelp.officerLeave)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.officerList))
    var id: String

    @Argument(help: .phrase(OptionHelp.firstDay, valueName: "from"))
    var from: String

    @Argument(help: .phrase(OptionHelp.lastDay, valueName: "until"))
    var until: String?

    @Option(help: .phrase(OptionHelp.reason, valueName: "text"))
    var reason: String?

    @Flag(name: .customLong("remove"), help: .phrase(OptionHelp.removeStretch))
    var isRemoval = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.officerLeave, words: [id, from] + (until.map { [$0] } ?? []),
            options: ["reason": .value(reason), "remove": .flag(isRemoval)])
    }

    typealias Document = WriteReply
}
