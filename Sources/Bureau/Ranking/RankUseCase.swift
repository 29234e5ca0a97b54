public import Identifiers
public import Reporting
public import WorkCalendar

/// What `zs rank` answers.
public struct RankView: Sendable {
    public var unit: UnitID
    public var period: Period
    public var ranking: Ranking
    public var rules: RankRules
    /// Ranks of the period before, as known now.
    public var before: [UnitID: Int]
}

extension Bureau {
    /// `zs rank [PERIOD]`: the groups that have a unit of the caller's scope; without a period the running month.
    public func rank(_ words: CommandWords, caller: Caller) async throws -> RankView {
        try await read(caller) { context in
            let unit = try context.scope("rank")
            let keyed = try KeyedWords(words, keys: ["period": "period", "期间": "period"])
            let text = keyed.value("period") ?? keyed.plain.first
            let period =
                try text.map { try DateReading.period($0, today: context.today, kind: nil) }
                ?? Period(.month, containing: context.today)
            let loading = RankLoading(store: context.store, tree: context.tree)
            let scope = context.tree.subtree(of: unit)
            let rules = try loading.rules(on: period.lastDay)
            let previous = Ranking(try loading.units(period.previous, within: scope), rules)
            let ranks = previous.groups.flatMap(\.rows).compactMap { row in row.rank.map { (row.unit, $0) } }
            return RankView(
                unit: unit, period: period, ranking: Ranking(try loading.units(period, within: scope), rules),
                rules: rules, before: Dictionary(ranks) { first, _ in first })
        }
    }
}
