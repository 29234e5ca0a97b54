import ArgumentParser
import Labels
import WireAPI

struct NotifyRetry: DaemonCommand {
    static let configuration = CommandConfiguration.named("retry", ["重发"], CommandHelp.notifyRetry)

    @Argument(help: .phrase(OptionHelp.deadLetters))
    var words: [String] = []

    @Flag(name: .long, help: .phrase(OptionHelp.dryRun))
    var dryRun = false

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var isDryRun: Bool { dryRun }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.notifyRetry, words: words)
    }

    func page(_ document: RetriedDocument, in language: Language) -> Page {
        let list = document.numbers.map { String($0) }.joined(separator: " ")
        return Page(.fields([PageField("retried", .text(list))]))
    }
}
