import ArgumentParser
import Labels
import WireAPI

struct ReportFreeze: WriteCommand {
    static let configuration = CommandConfiguration.named("freeze", ["冻结"], CommandHelp.reportFreeze)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodWord))
    var period: String

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var warning: Phrase? { CommandHelp.freezeWarning }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportFreeze, words: [kind, period])
    }

    func page(_ document: ReportIssueReply, in language: Language) -> Page {
        Page([.fields(ReportTable.fields(of: document.detail.report))] + .asides(of: document.write, in: language))
    }
}
