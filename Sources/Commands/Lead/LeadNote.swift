import ArgumentParser
import Labels
import WireAPI

struct LeadNote: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "note", ["跟进", "记录"], CommandHelp.leadNote, discussion: CommandHelp.leadNoteDiscussion)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.leadList))
    var id: String

    @Argument(help: .phrase(OptionHelp.attributes, valueName: "text or key:value"))
    var words: [String] = []

    @Flag(name: .customLong("feedback"), help: .phrase(OptionHelp.leadFeedback))
    var isFeedback = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.leadNote, words: [id] + words, options: ["feedback": .flag(isFeedback)])
    }

    typealias Document = WriteReply
}
