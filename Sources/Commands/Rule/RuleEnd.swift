import ArgumentParser
import Labels
import WireAPI

struct RuleEnd: WriteCommand {
    static let configuration = CommandConfiguration.named("end", ["结束"], CommandHelp.ruleEnd)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.ruleList))
    var id: String

    @Option(help: .phrase(OptionHelp.untilPeriod, valueName: "period"))
    var until: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.ruleEnd, words: [id], options: ["until": .value(until)])
    }

    typealias Document = WriteReply
}
