import ArgumentParser
import Labels
import WireAPI

struct RuleResume: WriteCommand {
    static let configuration = CommandConfiguration.named("resume", ["恢复"], CommandHelp.ruleResume)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.ruleList))
    var id: String

    @Option(help: .phrase(OptionHelp.resumePolicy, valueName: "skip|fill|latest"))
    var policy: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.ruleResume, words: [id],
            options: ["policy": .value(policy)])
    }

    typealias Document = WriteReply
}
