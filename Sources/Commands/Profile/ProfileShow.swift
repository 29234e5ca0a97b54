import ArgumentParser
import Labels
import WireAPI

struct ProfileShow: DaemonCommand {
    static let configuration = CommandConfiguration.named("show", ["查看"], CommandHelp.profileShow)

    @Argument(help: .phrase(OptionHelp.profileName))
    var name: String

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.profileShow, parameters: ["name": name])
    }

    func page(_ document: ProfileDocument, in language: Language) -> Page {
        Page(
            .fields(ProfileTable.fields(of: document.profile)), .table(UnitTable.of(document.units, in: language)),
            .table(RuleTable.of(document.rules, in: language)), .table(SettingTable.of(document.settings)))
    }
}
