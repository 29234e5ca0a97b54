import Labels
import Promotion
import Reporting

extension SettingRegistry {
    /// What decides how indicators are reckoned.
    static let indicators: [SettingDefinition] = [
        SettingDefinition(
            key: "investment.fixed_components", defaultValue: "land building equipment",
            meaning: Phrase(
                zh: "投资转化率（K15）计入的到位资金类别", en: "components of funds that investment conversion (K15) counts"),
            form: FundsComponent.allCases.map(\.rawValue).joined(separator: " "),
            accepts: { text in
                let words = text.split(separator: " ")
                return !words.isEmpty && words.allSatisfy { FundsComponent(rawValue: String($0)) != nil }
            }),
        SettingDefinition(
            key: "race.marks", defaultValue: "K13.amount:40 K6.amount:30 K9.count:30",
            meaning: Phrase(
                zh: "赛马综合分（K21）各项满分：本年累计÷年度目标，封顶",
                en: "full marks of the race score (K21): year to date ÷ annual target, capped"),
            form: "K13.amount:40 K6.amount:30", accepts: { RankRules.read($0) != nil }),
        SettingDefinition(
            key: "race.deduction_missing_day", defaultValue: "0.1",
            meaning: Phrase(
                zh: "赛马综合分每漏报一人日的扣分", en: "points that the race score loses for each officer-day without an inventory"),
            form: "0.1", accepts: { Fraction(parsing: $0).map { $0 >= .zero } ?? false }),
        whole("race.red_places", "1", 0...20, Phrase(zh: "红榜列出每组前几名", en: "first places of a group on the red list")),
        whole(
            "race.black_places", "1", 0...20, Phrase(zh: "黑榜列出每组后几名", en: "last places of a group on the black list")),
        SettingDefinition(
            key: "index.weights",
            defaultValue: "K1.count:0.2 K19.out:0.2 K19.in:0.1 K6.count:0.2 K9.count:0.15 K13.amount:0.15",
            meaning: Phrase(zh: "活跃指数（K20）的权重，合计为1", en: "weights of the activity index (K20), which add up to 1"),
            form: "K1.count:0.4 K6.count:0.6",
            accepts: { text in
                guard let weights = RankRules.read(text) else { return false }
                return IndicatorFormula.total.sum(weights.map(\.value)) == .one
            }),
    ]
}
