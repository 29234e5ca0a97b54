import ArgumentParser
import Labels
import WireAPI

struct ReportReissue: WriteCommand {
    static let configuration = CommandConfiguration.named("reissue", ["重发"], CommandHelp.reportReissue)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodWord))
    var period: String

    @Option(help: .phrase(OptionHelp.reason, valueName: "text"))
    var reason: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var warning: Phrase? { CommandHelp.freezeWarning }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportReissue, words: [kind, period], options: ["reason": .value(reason)])
    }

    func page(_ document: ReportIssueReply, in language: Language) -> Page {
        Page([.fields(ReportTable.fields(of: document.detail.report))] + .asides(of: document.write, in: language))
    }
}
