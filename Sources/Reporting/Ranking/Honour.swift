public import Identifiers
public import Labels
import Promotion

/// 红榜、黑榜: the first and the last of a rank group, with the exact reason.
public struct Honour: Sendable {
    public var red: Bool
    public var group: String
    public var unit: UnitID
    public var name: Phrase
    public var reason: Phrase

    /// Nobody is both: a group names no more units than it has, the red ones first. Ties at the border are all named,
    /// and a group whose units all share one rank has nobody on either list.
    static func list(_ group: Ranking.Group, _ rules: RankRules) -> [Honour] {
        let rows = group.rows.filter { $0.rank != nil }
        let ranks = rows.compactMap(\.rank)
        guard let first = ranks.min(), let last = ranks.max(), first < last else { return [] }
        let redRanks = Set(ranks.filter { $0 <= rules.redPlaces })
        // Of as many last places as asked for, whoever shares the rank of the best of them.
        let blackBorder = rows.suffix(rules.blackPlaces).compactMap(\.rank).min() ?? .max
        return rows.compactMap { row in
            guard let rank = row.rank else { return nil }
            if redRanks.contains(rank), rank < last { return honour(true, row, group, count: rows.count) }
            if rank >= blackBorder, rank > first { return honour(false, row, group, count: rows.count) }
            return nil
        }
    }

    private static func honour(_ red: Bool, _ row: Ranking.Row, _ group: Ranking.Group, count: Int) -> Honour {
        let rank = row.rank ?? 0
        let score = row.score?.decimalText(decimals: 1) ?? "—"
        var zh = ["\(count)个单位中第\(rank)名，综合分\(score)"]
        var en = ["rank \(rank) of \(count), score \(score)"]
        for item in row.items {
            let share = item.target.flatMap { IndicatorFormula.share.value(Fraction(item.actual), Fraction($0)) }
            let completion = share?.percentNumber(decimals: 1).map { $0 + "%" } ?? "—"
            let label = IndicatorLabel.name(item.indicator)
            let points = item.points?.decimalText(decimals: 1) ?? "—"
            zh.append("\(label.zh)完成\(completion)，得\(points)分")
            en.append("\(label.en) \(completion) of the target, \(points) points")
        }
        if row.missingDays > 0 {
            let lost = row.deduction.decimalText(decimals: 1) ?? "—"
            zh.append("漏报\(row.missingDays)人日，扣\(lost)分")
            en.append("\(row.missingDays) officer-days missing, \(lost) points lost")
        }
        return Honour(
            red: red, group: group.name, unit: row.unit, name: row.name,
            reason: Phrase(zh: zh.joined(separator: "；"), en: en.joined(separator: "; ")))
    }
}
