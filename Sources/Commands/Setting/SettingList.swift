import ArgumentParser
import Labels
import WireAPI

struct SettingList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.settingList)

    @OptionGroup
    var list: ListOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.settingList, list: list)
    }

    func page(_ document: SettingsDocument, in language: Language) -> Page {
        Page(.table(SettingTable.of(document.settings)))
    }
}
