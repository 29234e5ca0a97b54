import ArgumentParser
import Labels
import WireAPI

struct Check: DaemonCommand {
    static let configuration = CommandConfiguration.named("check", ["校验"], CommandHelp.check)

    @Argument(help: .phrase(OptionHelp.checkKind))
    var kind: CheckKind

    @Argument(help: .phrase(OptionHelp.checkText, valueName: "text"))
    var words: [String] = []

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func validate() throws {
        if words.isEmpty {
            throw ValidationError(OptionHelp.nothingToCheck[HelpLanguage.current])
        }
    }

    func isNegative(_ document: CheckDocument) -> Bool { !document.ok }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.check, parameters: ["kind": kind.rawValue], words: [words.joined(separator: " ")])
    }

    func page(_ document: CheckDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("ok", .flag(document.ok)), PageField("value", .value(document.value)),
                PageField("normalized", .text(document.normalized)), PageField("zh", .text(document.zh)),
                PageField("en", .text(document.en)), PageField("error", .text(document.error?.message)),
                PageField("position", .integer(document.error?.position)),
                PageField("expected", .text(document.error?.expected)),
            ]))
    }
}
