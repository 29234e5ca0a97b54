import ArgumentParser
import Labels
import WireAPI

struct SettingShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.settingShow)

    @Argument(help: .phrase(OptionHelp.settingKey))
    var key: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.settingShow, parameters: ["key": key])
    }

    func page(_ document: SettingDocument, in language: Language) -> Page {
        Page(.fields(SettingTable.fields(of: document.setting)), .table(SettingTable.of(document.values)))
    }
}
