import ArgumentParser
import Labels
import WireAPI

struct LeadScreen: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "screen", ["研判"], CommandHelp.leadScreen, discussion: CommandHelp.leadScreenDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.leadList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @Flag(name: .customLong("return"), help: .phrase(OptionHelp.leadReturn))
    var isReturned = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadScreen, words: [id] + words, options: ["return": .flag(isReturned)])
    }

    typealias Document = WriteReply
}
