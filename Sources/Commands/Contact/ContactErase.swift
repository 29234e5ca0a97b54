import ArgumentParser
import Labels
import WireAPI

struct ContactErase: WriteCommand {
    static let configuration = CommandConfiguration.named("erase", ["删除"], CommandHelp.contactErase)

    @Argument(help: .phrase(OptionHelp.id), completion: .ids(of: Routes.contactList))
    var id: String

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    var warning: Phrase? { CommandHelp.contactEraseWarning }

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.contactErase, words: [id])
    }

    typealias Document = WriteReply
}
