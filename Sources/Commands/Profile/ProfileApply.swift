import ArgumentParser
import Labels
import WireAPI

struct ProfileApply: WriteCommand {
    static let configuration = CommandConfiguration.named("apply", ["应用"], CommandHelp.profileApply)

    @Argument(help: .phrase(OptionHelp.profileOrFile, valueName: "name-or-file"), completion: .file())
    var name: String

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        guard InputFile.isPath(name) else { return DaemonCall(Routes.profileApply, words: [name]) }
        return DaemonCall(
            Routes.profileApply, words: [InputFile.name(name)], options: ["content": .value(try InputFile.text(name))])
    }

    func page(_ document: ProfileApplyReply, in language: Language) -> Page {
        Page([.table(ProfileTable.of(document.detail.plan))] + .asides(of: document.write, in: language))
    }
}
