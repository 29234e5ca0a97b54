import ArgumentParser
import Labels
import WireAPI

struct ImportPlan: WriteCommand {
    static let configuration = CommandConfiguration.named(
        "plan", ["计划"], CommandHelp.importPlan, discussion: CommandHelp.importPlanDiscussion)

    @Argument(help: .phrase(OptionHelp.importKind, valueName: "kind"))
    var kind: String

    @Argument(help: .phrase(OptionHelp.importFile, valueName: "file"), completion: .file(extensions: ["csv", "xlsx"]))
    var file: String

    @Option(name: .customLong("map"), help: .phrase(OptionHelp.importMap, valueName: "column=field"))
    var map: [String] = []

    @Option(name: .customLong("sheet"), help: .phrase(OptionHelp.importSheet, valueName: "name"))
    var sheet: String?

    @Option(name: .customLong("accept-near"), help: .phrase(OptionHelp.importAcceptNear, valueName: "row,row"))
    var acceptNear: [String] = []

    @Option(name: .customLong("same"), help: .phrase(OptionHelp.importSame, valueName: "row=id"))
    var same: [String] = []

    @Option(name: .customLong("year"), help: .phrase(OptionHelp.importYear, valueName: "year"))
    var year: String?

    @OptionGroup(title: OptionHelp.writeGroup[HelpLanguage.current])
    var writing: WriteOptions

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.importPlan, words: [kind, InputFile.name(file)],
            options: [
                "sheet": .value(sheet), "map": .list(map), "accept-near": .list(acceptNear), "same": .list(same),
                "year": .value(year),
            ], bytes: try InputFile.bytes(file))
    }

    func page(_ document: ImportReply, in language: Language) -> Page {
        let plan = document.detail.plan
        let writes = plan.counts.create + plan.counts.change
        let next: String
        if let id = plan.id, writes > 0 {
            next = language == .zh ? "执行：zs import apply \(id)" : "to apply it: zs import apply \(id)"
        } else if writes == 0 {
            next = language == .zh ? "没有可导入的行" : "nothing to import"
        } else {
            next = language == .zh ? "试运行：没有保存计划" : "dry run: the plan was not kept"
        }
        return Page(ImportTable.parts(of: plan) + [.aside(next)])
    }
}
