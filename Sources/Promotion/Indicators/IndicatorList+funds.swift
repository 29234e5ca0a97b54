extension IndicatorList {
    static let funds: [IndicatorDefinition] = [
        IndicatorDefinition(
            "K11.rate", zh: "资金到位率", en: "Funds rate", .ratio, .higher, .share, .cohort,
            saysZh: "本期首次签约的项目，a＝至期末核实的到位资金，b＝合同额。",
            saysEn: "Projects first signed in the period: a = funds verified to its end, b = contract value."),
        IndicatorDefinition(
            "K12.rate", zh: "资金动态到位率", en: "Dynamic funds rate", .ratio, .higher, .share, .figures,
            saysZh: "a＝本期到位资金（全部项目），b＝本期签约合同额。",
            saysEn: "a = funds arriving in the period, of all projects; b = contracts signed in the period."),
        IndicatorDefinition(
            "K13.amount", zh: "到位资金", en: "Funds in place", aliases: ["实际到位资金"], .yuan, .higher, .total, .postings,
            saysZh: "经第二人核实的到位资金，按到位日期计；与合同额不相加。",
            saysEn: "Funds verified by a second person, by the day they arrived; never added to contract value."),
        IndicatorDefinition(
            "K13.cumulative", zh: "累计到位资金", en: "Cumulative funds in place", .yuan, .higher, .total, .postings,
            saysZh: "本年初至期末的到位资金。", saysEn: "Funds in place from the start of the year to the end of the period."),
        IndicatorDefinition(
            "K13.yoy", zh: "到位资金同比", en: "Funds in place, year on year", .ratio, .higher, .growth, .figures,
            saysZh: "a＝本期到位资金，b＝上年同期到位资金。",
            saysEn: "a = funds in place of the period, b = of the same period a year before."),
        IndicatorDefinition(
            "K14.completion", zh: "目标完成率", en: "Target completion", aliases: ["完成率"], .ratio, .higher, .share, .figures,
            saysZh: "a＝本年累计，b＝年度目标。", saysEn: "a = cumulative in the year, b = annual target."),
        IndicatorDefinition(
            "K14.gap", zh: "序时进度差", en: "Schedule gap", aliases: ["序时进度"], .points, .higher, .gap, .figures,
            saysZh: "a＝本年累计，b＝年度目标，m＝已过月数；完成率减去已过月数÷12，以百分点计。",
            saysEn:
                "a = cumulative in the year, b = annual target, m = months gone; completion minus months gone ÷ 12, in "
                + "percentage points."),
        IndicatorDefinition(
            "K15.rate", zh: "投资转化率", en: "Investment conversion", .ratio, .higher, .share, .cohort,
            saysZh: "本期首次签约的项目，a＝至期末核实的固定资产投资（⚙ 土地、厂房、设备），b＝合同额。",
            saysEn:
                "Projects first signed in the period: a = funds verified to its end for fixed assets (⚙ land, building, "
                + "equipment), b = contract value."),
        IndicatorDefinition(
            "K18.funds", zh: "东部转移项目到位资金", en: "Funds of projects from the east", .yuan, .higher, .total, .postings,
            saysZh: "来源地在东部省份的项目，本期核实的到位资金；累计为本年初至期末。",
            saysEn:
                "Funds in place in the period of projects whose region of origin is an eastern province; cumulative from the "
                + "start of the year."),
        IndicatorDefinition(
            "K31.rate", zh: "承诺兑现率", en: "Commitments honoured", aliases: ["兑现率"], .ratio, .higher, .fulfilment,
            .cohort,
            saysZh: "a＝已兑现的承诺，b＝逾期未兑现的；条件未成就和未到期的不计。",
            saysEn:
                "a = commitments fulfilled, b = overdue; those whose condition is not met or that are not due yet stay "
                + "out."),
    ]
}
