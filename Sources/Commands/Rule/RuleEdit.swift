import ArgumentParser
import Labels
import WireAPI

struct RuleEdit: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "edit", ["修改"], CommandHelp.ruleEdit, discussion: CommandHelp.ruleDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.ruleList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "key:value"))
    var words: [String] = []

    @Option(help: .phrase(OptionHelp.fromPeriod, valueName: "period"))
    var from: String?

    @Flag(help: .phrase(OptionHelp.thisPeriod))
    var thisPeriod = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.ruleEdit, words: [id] + words, options: ["from": .value(from), "this-period": .flag(thisPeriod)])
    }

    typealias Document = WriteReply
}
