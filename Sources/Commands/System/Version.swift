import ArgumentParser
import Labels
import WireAPI

struct Version: DaemonCommand {
    static let configuration = CommandConfiguration.named("version", ["版本"], CommandHelp.version)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.version)
    }

    func page(_ document: VersionDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("zsd", .text(document.version)), PageField("zs", .text(BuildVersion.current)),
                PageField("protocol", .integer(document.protocolNumber)),
            ]))
    }
}
