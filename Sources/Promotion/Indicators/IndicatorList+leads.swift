extension IndicatorList {
    static let leads: [IndicatorDefinition] = [
        IndicatorDefinition(
            "K1.count", zh: "新增线索", en: "New leads", aliases: ["线索数"], .count, .higher, .total, .postings,
            saysZh: "本期收到的线索数，按收到日期计。", saysEn: "Leads received in the period, by the day they came in."),
        IndicatorDefinition(
            "K1.valid_rate", zh: "有效线索率", en: "Valid-lead rate", .ratio, .higher, .share, .cohort,
            saysZh: "本期收到的线索中，a＝必填要素齐全且不重复的，b＝全部。",
            saysEn: "Of the leads received in the period: a = with all required facts and no duplicate, b = all."),
        IndicatorDefinition(
            "K2.rate", zh: "一日响应率", en: "One-day response rate", aliases: ["响应率"], .ratio, .higher, .share, .cohort,
            saysZh: "响应时限（⚙ 1个工作日）在本期届满的线索中，a＝时限内首次联系的，b＝全部；已联系而时限未满的不计。",
            saysEn:
                "Of the leads whose limit of response (⚙ 1 working day) passed in the period: a = first contact within "
                + "it, b = all."),
        IndicatorDefinition(
            "K3.rate", zh: "研判及时率", en: "Screening punctuality", aliases: ["研判按时率"], .ratio, .higher, .share, .cohort,
            saysZh: "研判时限（⚙ 3个工作日，重大项目5个）在本期届满的线索中，a＝时限内作出结论的，b＝全部。",
            saysEn: "Of the leads whose limit of screening (⚙ 3 working days, 5 for major ones) passed in the period: "
                + "a = verdict within it, b = all."),
        IndicatorDefinition(
            "K3.mean_days", zh: "平均研判用时", en: "Mean screening time", .days, .lower, .mean, .cohort,
            saysZh: "本期作出结论的线索，a＝从收到到结论的工作日之和，b＝线索数。",
            saysEn: "Leads with a verdict in the period: a = working days from receipt to verdict, b = leads."),
        IndicatorDefinition(
            "K4.rate", zh: "线索转化率", en: "Lead conversion", aliases: ["转化率"], .ratio, .higher, .share, .cohort,
            saysZh: "本期作出的研判结论中，a＝“跟进”的，b＝全部；每条线索以本期最后一次结论计。",
            saysEn: "Of the verdicts of the period: a = to follow, b = all; the last verdict of a lead counts."),
        IndicatorDefinition(
            "K24.conflicts", zh: "首报冲突", en: "First-talk conflicts", .count, .lower, .total, .postings,
            saysZh: "本期提出而与已有首报冲突、转入待定的首报数。",
            saysEn: "Claims filed in the period that met an earlier claim and had to wait."),
        IndicatorDefinition(
            "K24.rate", zh: "裁定及时率", en: "Arbitration punctuality", .ratio, .higher, .share, .cohort,
            saysZh: "裁定时限（⚙ 5个工作日）在本期届满的冲突中，a＝时限内了结的，b＝全部。",
            saysEn:
                "Of the conflicts whose limit (⚙ 5 working days) passed in the period: a = settled within it, b = all."
        ),
    ]
}
