import ArgumentParser
import Labels
import WireAPI

struct RulePause: WriteCommand {
    static let configuration = CommandConfiguration.named("pause", ["暂停"], CommandHelp.rulePause)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.ruleList))
    var id: String

    @Option(help: .phrase(OptionHelp.fromPeriod, valueName: "period"))
    var from: String?

    @Option(help: .phrase(OptionHelp.untilPeriod, valueName: "period"))
    var until: String?

    @Option(help: .phrase(OptionHelp.reason, valueName: "text"))
    var reason: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.rulePause, words: [id],
            options: ["from": .value(from), "until": .value(until), "reason": .value(reason)])
    }

    typealias Document = WriteReply
}
