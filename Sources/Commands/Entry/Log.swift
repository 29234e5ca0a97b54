import ArgumentParser
import Labels
import WireAPI

struct Log: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "log", ["记", "记录"], CommandHelp.log, discussion: CommandHelp.logDiscussion)

    @Argument(help: .phrase(OptionHelp.capture, valueName: "text"))
    var words: [String] = []

    @Option(help: .phrase(OptionHelp.on, valueName: "date"))
    var on: String?

    @Flag(name: .customLong("zero"), help: .phrase(OptionHelp.zero))
    var isZero = false

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func validate() throws {
        if words.isEmpty != isZero {
            throw ValidationError((isZero ? OptionHelp.zeroAlone : OptionHelp.nothingToLog)[HelpLanguage.current])
        }
    }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.entryLog, words: words, options: ["on": .value(on), "zero": .flag(isZero)])
    }

    func page(_ document: LogReply, in language: Language) -> Page {
        var parts: [Page.Part] = [.fields(EntryTable.fields(of: document.detail.entry))]
        if let task = document.detail.task {
            parts.append(.fields([PageField("task", .text(task.id)), PageField("state", .code(task.state))]))
        }
        return Page(parts + .asides(of: document.write, in: language))
    }
}
