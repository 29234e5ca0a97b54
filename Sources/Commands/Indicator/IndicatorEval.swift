import ArgumentParser
import Labels
import WireAPI

struct IndicatorEval: DaemonCommand {
    static let configuration = CommandConfiguration.named(
        "eval", ["计算"], CommandHelp.indicatorEval, discussion: CommandHelp.indicatorEvalDiscussion)

    @Argument(help: .phrase(OptionHelp.indicator))
    var indicator: String

    @Argument(help: .phrase(OptionHelp.formulaInputs, valueName: "a=N"))
    var inputs: [String] = []

    @Option(help: .phrase(OptionHelp.decimals))
    var decimals: String?

    @OptionGroup(title: OptionHelp.globalGroup[HelpLanguage.current])
    var global: GlobalOptions

    func call() throws(ZhaoshangError) -> DaemonCall {
        DaemonCall(
            Routes.indicatorEval, parameters: ["id": indicator], words: inputs,
            options: ["decimals": .value(decimals)])
    }

    func page(_ document: IndicatorEvaluationDocument, in language: Language) -> Page {
        Page(
            .fields([
                PageField("indicator", .text(document.indicator)),
                PageField("value", document.value.map { .decimal($0) } ?? .nothing),
                PageField("text", .text(language == .zh ? document.textZh : document.textEn)),
            ]))
    }
}
