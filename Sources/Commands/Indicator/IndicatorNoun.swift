import ArgumentParser
import Labels

struct IndicatorNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "indicator", ["指标"], CommandHelp.indicator,
        subcommands: [IndicatorList.self, IndicatorShow.self, IndicatorEval.self])
}
