import ArgumentParser
import Labels
import WireAPI

struct LeadAssign: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "assign", ["分派"], CommandHelp.leadAssign, discussion: CommandHelp.leadAssignDiscussion)

    @Argument(help: .phrase(OptionHelp.leadAssignWords, valueName: "lead"))
    var words: [String]

    @Option(help: .phrase(OptionHelp.assignReason, valueName: "text"))
    var reason: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadAssign, words: words, options: ["reason": .value(reason)])
    }

    func page(_ document: AssignmentReply, in language: Language) -> Page {
        Page(AssignTable.parts(of: document, in: language))
    }
}
