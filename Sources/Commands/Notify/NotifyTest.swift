import ArgumentParser
import Labels
import WireAPI

struct NotifyTest: DaemonCommand {
    static let configuration = CommandConfiguration.named("test", ["测试"], CommandHelp.notifyTest)

    @Argument(help: .phrase(OptionHelp.channel))
    var channel: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.notifyTest, words: [channel])
    }

    func page(_ document: ChannelTestDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("channel", .text(document.channel)), PageField("outcome", .code(document.outcome)),
                PageField("code", .text(document.code)), PageField("reason", .text(document.reason)),
            ]))
    }

    func isNegative(_ document: ChannelTestDocument) -> Bool { !document.ok }
}
