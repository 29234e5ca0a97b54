import ArgumentParser
import Labels
import WireAPI

struct ClockShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.clockShow)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.clockShow)
    }

    func page(_ document: ClockDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("now", .instant(document.now)), PageField("shown", .instant(document.shown)),
                PageField("virtual", .flag(document.virtual)), PageField("state", .code(document.state)),
                PageField("high_water", .instant(document.highWater)),
                PageField("quarantined_until", .instant(document.quarantinedUntil)),
            ]))
    }
}
