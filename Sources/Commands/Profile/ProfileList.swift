import ArgumentParser
import Labels
import WireAPI

struct ProfileList: DaemonCommand {
    static let configuration = CommandConfiguration.named("list", ["列表"], CommandHelp.profileList)

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.profileList)
    }

    func page(_ document: ProfilesDocument, in language: Language) -> Page {
        Page(.table(ProfileTable.of(document.profiles, in: language)))
    }
}
