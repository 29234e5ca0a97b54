import ArgumentParser
import Labels
import WireAPI

struct ReportVerify: DaemonCommand {
    static let configuration = CommandConfiguration.named("verify", ["核验"], CommandHelp.reportVerify)

    @Argument(help: .phrase(OptionHelp.kind))
    var kind: String

    @Argument(help: .phrase(OptionHelp.periodWord))
    var period: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func isNegative(_ document: ReportVerificationDocument) -> Bool { !document.ok }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.reportVerify, parameters: ["kind": kind, "period": period])
    }

    func page(_ document: ReportVerificationDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("ok", .flag(document.ok)), PageField("hash", .text(document.hash)),
                PageField("recomputed", .flag(document.recomputed)), PageField("version", .integer(document.version)),
                PageField("computed_hash", .text(document.computedHash)),
            ]))
    }
}
