import ArgumentParser
import Labels

/// Filters (`state:open unit:U-3 since:2026-09-01`) as words, and how many rows.
struct ListOptions: ParsableArguments {
    @Argument(help: .phrase(OptionHelp.filters, valueName: "key:value"))
    var filters: [String] = []

    @Option(name: [.customShort("n"), .customLong("limit")], help: .phrase(OptionHelp.limit, valueName: "rows"))
    var limit: Int?

    var options: [String: [String]] {
        limit.map { ["limit": [String($0)]] } ?? [:]
    }

    mutating func validate() throws {
        if let limit, limit < 1 {
            throw ValidationError(OptionHelp.limitPositive[HelpLanguage.current])
        }
    }
}
