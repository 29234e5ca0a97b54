import ArgumentParser
import Labels
import WireAPI

struct OfficerRoster: WriteCommand {
    static let configuration = CommandConfiguration.named("roster", ["值班"], CommandHelp.officerRoster)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.officerList))
    var id: String

    @Argument(help: .phrase(OptionHelp.firstDay, valueName: "from"))
    var from: String

    @Argument(help: .phrase(OptionHelp.lastDay, valueName: "until"))
    var until: String?

    @Flag(name: .customLong("remove"), help: .phrase(OptionHelp.removeStretch))
    var isRemoval = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.officerRoster, words: [id, from] + (until.map { [$0] } ?? []), options: ["remove": .flag(isRemoval)])
    }

    typealias Document = WriteReply
}
