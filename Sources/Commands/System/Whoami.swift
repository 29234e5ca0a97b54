import ArgumentParser
import Labels
import WireAPI

struct Whoami: DaemonCommand {
    static let configuration = CommandConfiguration.named("whoami", ["我是谁"], CommandHelp.whoami)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.whoami)
    }

    func page(_ document: WhoamiDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("officer", .text(document.officer.map { "\($0.id) \($0.name)" })),
                PageField("acting_as", .text(document.actingAs.map { "\($0.id) \($0.name)" })),
                PageField("unit", .text(document.unit.map { "\($0.id) \($0.name)" })),
                PageField("roles", .list(document.roles)), PageField("administrator", .flag(document.administrator)),
                PageField("uid", .integer(document.uid)),
            ]))
    }
}
