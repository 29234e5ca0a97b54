import ArgumentParser
import Labels
import WireAPI

struct AuditVerify: DaemonCommand {
    static let configuration = CommandConfiguration.named("verify", ["核验"], CommandHelp.auditVerify)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func isNegative(_ document: AuditVerificationDocument) -> Bool { !document.ok }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.auditVerify)
    }

    func page(_ document: AuditVerificationDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("ok", .flag(document.ok)), PageField("events", .integer(document.events)),
                PageField("head_hash", .text(document.headHash)),
                PageField("first_bad_seq", .integer(document.firstBadSeq)),
            ]))
    }
}
