extension IndicatorList {
    static let projects: [IndicatorDefinition] = [
        IndicatorDefinition(
            "K5.rate", zh: "签约率", en: "Signing rate", .ratio, .higher, .share, .cohort,
            saysZh: "本期进入在谈的项目中，a＝期末已正式签约的，b＝全部。",
            saysEn: "Of the projects that entered negotiation in the period: a = signed by its end, b = all."),
        IndicatorDefinition(
            "K6.count", zh: "签约项目数", en: "Signed projects", aliases: ["签约项目"], .count, .higher, .total, .postings,
            saysZh: "本期首次签订正式协议的项目数；补充协议、框架协议、意向协议不计。",
            saysEn:
                "Projects whose first formal agreement was signed in the period; supplements, frameworks and intents "
                + "do not count."),
        IndicatorDefinition(
            "K6.amount", zh: "签约合同额", en: "Contract value", aliases: ["合同额", "签约额"], .yuan, .higher, .total,
            .postings,
            saysZh: "本期正式协议金额之和；补充协议只计增量。",
            saysEn: "Sum of the formal agreements of the period; a supplement adds its increment only."),
        IndicatorDefinition(
            "K7.rate", zh: "履约率", en: "Performance rate", aliases: ["合同履约率"], .ratio, .higher, .share, .cohort,
            saysZh: "本期首次签约的项目中，a＝期末已落地（及以后）或已有核实到位资金的，b＝全部。",
            saysEn:
                "Of the projects first signed in the period: a = landed or later, or with verified funds, by its end; "
                + "b = all."),
        IndicatorDefinition(
            "K8.rate", zh: "落地率", en: "Landed rate", .ratio, .higher, .share, .cohort,
            saysZh: "本期首次签约的项目中，a＝期末已落地的，b＝全部。",
            saysEn: "Of the projects first signed in the period: a = landed by its end, b = all."),
        IndicatorDefinition(
            "K9.rate", zh: "开工率", en: "Started rate", .ratio, .higher, .share, .cohort,
            saysZh: "本期首次签约的项目中，a＝期末已开工的（轻资产项目以投产计），b＝全部。",
            saysEn: "Of the projects first signed in the period: a = started by its end (asset-light ones: producing), "
                + "b = all."),
        IndicatorDefinition(
            "K9.count", zh: "开工项目数", en: "Projects started", aliases: ["开工项目"], .count, .higher, .total, .postings,
            saysZh: "本期开工的项目数，按开工日期计，不论何时签约。",
            saysEn: "Projects started in the period, by the day of the start, whenever they were signed."),
        IndicatorDefinition(
            "K10.rate", zh: "投产率", en: "Producing rate", .ratio, .higher, .share, .cohort,
            saysZh: "本期首次签约的项目中，a＝期末已投产的，b＝全部。",
            saysEn: "Of the projects first signed in the period: a = producing by its end, b = all."),
        IndicatorDefinition(
            "K16.ge1", zh: "亿元以上项目", en: "Projects of 100 million and more", .count, .higher, .total, .cohort,
            saysZh: "本期首次签约、合同额1亿元以上的项目数。",
            saysEn: "Projects first signed in the period with a contract of RMB 100 million or more."),
        IndicatorDefinition(
            "K16.ge5", zh: "5亿元以上项目", en: "Projects of 500 million and more", .count, .higher, .total, .cohort,
            saysZh: "本期首次签约、合同额5亿元以上的项目数。",
            saysEn: "Projects first signed in the period with a contract of RMB 500 million or more."),
        IndicatorDefinition(
            "K16.ge10", zh: "10亿元以上项目", en: "Projects of 1 billion and more", .count, .higher, .total, .cohort,
            saysZh: "本期首次签约、合同额10亿元以上的项目数。",
            saysEn: "Projects first signed in the period with a contract of RMB 1 billion or more."),
        IndicatorDefinition(
            "K16.ge50", zh: "50亿元以上项目", en: "Projects of 5 billion and more", .count, .higher, .total, .cohort,
            saysZh: "本期首次签约、合同额50亿元以上的项目数。",
            saysEn: "Projects first signed in the period with a contract of RMB 5 billion or more."),
        IndicatorDefinition(
            "K16.ge100", zh: "100亿元以上项目", en: "Projects of 10 billion and more", .count, .higher, .total, .cohort,
            saysZh: "本期首次签约、合同额100亿元以上的项目数。",
            saysEn: "Projects first signed in the period with a contract of RMB 10 billion or more."),
        IndicatorDefinition(
            "K17.rate", zh: "制造业占比", en: "Manufacturing share", .ratio, .higher, .share, .figures,
            saysZh: "本期签约合同额中，a＝制造业（GB/T 4754 C门类）的，b＝全部。",
            saysEn: "Of the contracts signed in the period: a = in manufacturing (GB/T 4754 section C), b = all."),
        IndicatorDefinition(
            "K18.count", zh: "东部转移项目数", en: "Projects from the east", .count, .higher, .total, .postings,
            saysZh: "本期首次签约、投资来源地在东部省份的项目数。",
            saysEn: "Projects first signed in the period whose region of origin is an eastern province."),
        IndicatorDefinition(
            "K22.median", zh: "签约到开工用时中位数", en: "Median time from signing to start", .days, .lower, .median, .cohort,
            saysZh: "本期开工的项目，从签约到开工的工作日数的中位数。",
            saysEn: "Projects started in the period: the median of the working days from signing to start."),
        IndicatorDefinition(
            "K22.p90", zh: "签约到开工用时90分位", en: "90th percentile of the time from signing to start", .days, .lower,
            .percentile90, .cohort,
            saysZh: "本期开工的项目，九成不超过的签约到开工工作日数（相邻两数间按比例插值）。",
            saysEn:
                "Projects started in the period: the working days from signing to start that nine tenths do not exceed "
                + "(linear between neighbours)."),
        IndicatorDefinition(
            "K23.rate", zh: "流失率", en: "Loss rate", .ratio, .lower, .loss, .cohort,
            saysZh: "a＝本期终止的项目，b＝期初在库的项目，c＝本期新增的项目；按原因和去向分列。",
            saysEn: "a = projects terminated in the period, b = active at its start, c = new in it; by reason and "
                + "destination."),
    ]
}
