import ArgumentParser
import Labels
import WireAPI

struct RuleBackfill: WriteCommand {
    static let configuration = CommandConfiguration.named("backfill", ["补建"], CommandHelp.ruleBackfill)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.ruleList))
    var id: String

    @Option(help: .phrase(OptionHelp.fromPeriod, valueName: "period"))
    var from: String?

    @Option(help: .phrase(OptionHelp.toPeriod, valueName: "period"))
    var to: String?

    @Flag(help: .phrase(OptionHelp.notify))
    var notify = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.ruleBackfill, words: [id],
            options: ["from": .value(from), "to": .value(to), "notify": .flag(notify)])
    }

    typealias Document = WriteReply
}
