import ArgumentParser
import Labels
import WireAPI

struct SettingSet: WriteCommand {
    static let configuration = CommandConfiguration.named("set", ["设定"], CommandHelp.settingSet)

    @Argument(help: .phrase(OptionHelp.settingKey))
    var key: String

    @Argument(help: .phrase(OptionHelp.settingValue))
    var value: String

    @Option(help: .phrase(OptionHelp.fromDate, valueName: "date"))
    var from: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(Routes.settingSet, words: [key, value], options: ["from": .value(from)])
    }

    typealias Document = WriteReply
}
