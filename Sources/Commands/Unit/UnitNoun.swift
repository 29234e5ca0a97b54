import ArgumentParser
import Labels

struct UnitNoun: ParsableCommand {
    static let configuration = CommandConfiguration.named(
        "unit", ["机构", "单位"], CommandHelp.unit,
        subcommands: [UnitAdd.self, UnitList.self, UnitShow.self, UnitEdit.self])
}
