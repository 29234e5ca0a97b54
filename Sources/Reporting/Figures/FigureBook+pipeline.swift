import Labels
import Promotion
import ReportModel

extension FigureBook {
    /// Figures of the pipeline: from records one by one, and ratios of sums.
    mutating func addPipeline(_ facts: ReportFacts) {
        let ranked = facts.ranking.row(of: facts.unit.id)
        figures["K20.score"] = Figure.of(ranked?.index, key: "K20.score")
        figures["K21.score"] = Figure.of(ranked?.score, key: "K21.score")
        for (key, parts) in cohorts.parts { figures[key] = Figure.of(parts.value, key: key) }
        for ratio in FigureValues.ratios {
            for (suffix, values) in [("", own), (".cumulative", toDate)] {
                figures[ratio.key + suffix] = Figure.of(
                    IndicatorFormula.share.value(
                        Fraction(values[ratio.part] ?? 0), Fraction(values[ratio.whole] ?? 0)),
                    key: ratio.key)
            }
        }
        let funds = Indicator.fundsInPlace
        if let cumulative = figures[funds + ".cumulative"] { figures["K13.cumulative"] = cumulative }
        figures["K13.yoy"] = Figure.of(
            lastYear.flatMap {
                IndicatorFormula.growth.value(Fraction(self[funds]), Fraction($0[funds] ?? 0))
            }, key: "K13.yoy")
    }

    /// Keys of the contract that have no value in this report say so.
    mutating func addAbsent() {
        for indicator in IndicatorList.all where indicator.source != .observed && indicator.code.hasPrefix("K") {
            if figures[indicator.key] == nil { figures[indicator.key] = Figure.of(nil, key: indicator.key) }
        }
    }
}
