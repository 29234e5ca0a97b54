import Labels

extension IndicatorList {
    static let work: [IndicatorDefinition] = [
        IndicatorDefinition(
            "K19.out", zh: "外出走访", en: "Visits out", .count, .higher, .total, .postings,
            saysZh: "本期外出走访的企业家次：同一企业同一天只计一次，不论几人几条；未关联企业的走访每条计一次。",
            saysEn:
                "Enterprise-days of visits out in the period: an enterprise visited on a day is one, however many lines "
                + "tell of it; a visit that names no enterprise is one by itself."),
        IndicatorDefinition(
            "K19.in", zh: "接待来访", en: "Visits in", .count, .higher, .total, .postings,
            saysZh: "本期接待来访的企业家次，计法同外出走访。",
            saysEn: "Enterprise-days of visits in, counted as visits out are."),
        IndicatorDefinition(
            "K19.events", zh: "举办活动", en: "Activities held", .count, .higher, .total, .postings,
            saysZh: "本期“招商活动”类日志条数。", saysEn: "Entries of the kind “activity” in the period."),
        IndicatorDefinition(
            "K19.publicity", zh: "宣传推介", en: "Publicity", .count, .higher, .total, .postings,
            saysZh: "本期“宣传推介”类日志条数。", saysEn: "Entries of the kind “publicity” in the period."),
        IndicatorDefinition(
            "K32.zero", zh: "零报告率", en: "Zero-report rate", .ratio, .neutral, .share, .tasks,
            saysZh: "a＝零报告的人日，b＝应报人日；请假、停报不计。",
            saysEn: "a = officer-days with a zero report, b = officer-days expected; leave and pauses stay out."),
        IndicatorDefinition(
            "K32.missing", zh: "漏报率", en: "Missing rate", .ratio, .lower, .share, .tasks,
            saysZh: "a＝漏报的人日，b＝应报人日；请假、停报不计。",
            saysEn: "a = officer-days missing, b = officer-days expected; leave and pauses stay out."),
    ]

    static let scores: [IndicatorDefinition] = [
        IndicatorDefinition(
            "K20.score", zh: "活跃指数", en: "Activity index", .score, .higher, .index, .figures, decimals: 2,
            saysZh: "排名组内，Σ 权重 × 本机构数 ÷ 组内最大数；权重之和为1 ⚙。",
            saysEn: "Within the rank group: Σ weight × own number ÷ largest of the group; the weights add up to 1 ⚙.",
            inputs: Phrase(zh: "eval：a 与 ta、wa，b 与 tb、wb。", en: "eval: a with ta and wa, b with tb and wb.")),
        IndicatorDefinition(
            "K21.score", zh: "赛马综合分", en: "Race score", aliases: ["封顶得分", "赛马分", "综合分"], .score, .higher,
            .score, .figures,
            saysZh: "Σ min(满分, 满分 × 完成数 ÷ 目标) − 扣分 ⚙。",
            saysEn: "Σ min(full marks, full marks × actual ÷ target) − deductions ⚙.",
            inputs: Phrase(
                zh: "eval：a 与 ta、fa…，d＝扣分；或 full＝整项满分，各部分等权。",
                en:
                    "eval: a with ta and fa …, d = deductions; or full = full marks of one item whose parts weigh the same."
            )),
    ]

    /// Of services; records of a later version count for them.
    static let services: [IndicatorDefinition] = [
        IndicatorDefinition(
            "K25.rate", zh: "24小时响应率", en: "24-hour response rate", .ratio, .higher, .share, .observed,
            saysZh: "a＝时限内受理的诉求，b＝全部诉求。", saysEn: "a = cases acknowledged within the limit, b = cases."),
        IndicatorDefinition(
            "K26.rate", zh: "按时办结率", en: "On-time finishing", .ratio, .higher, .share, .observed,
            saysZh: "a＝时限内办结的诉求，b＝应办结的诉求；暂停时间不计。",
            saysEn: "a = cases finished within the limit, b = cases due; pauses stay out."),
        IndicatorDefinition(
            "K26.mean_days", zh: "平均办理用时", en: "Mean handling time", .days, .lower, .mean, .observed,
            saysZh: "a＝办理工作日之和（不含暂停），b＝办结的诉求。",
            saysEn: "a = working days of handling without pauses, b = cases finished."),
        IndicatorDefinition(
            "K27.resolved", zh: "解决率", en: "Resolution rate", .ratio, .higher, .share, .observed,
            saysZh: "a＝经企业确认解决的诉求，b＝办结的诉求。", saysEn: "a = confirmed as resolved, b = closed."),
        IndicatorDefinition(
            "K27.satisfied", zh: "满意率", en: "Satisfaction", aliases: ["满意度"], .ratio, .higher, .share, .observed,
            saysZh: "a＝评价4分以上的诉求，b＝已评价的诉求。", saysEn: "a = rated 4 or better, b = rated."),
        IndicatorDefinition(
            "K28.rate", zh: "办理时限压缩率", en: "Processing-time cut", .ratio, .higher, .cut, .observed,
            saysZh: "a＝实际工作日，b＝法定工作日。", saysEn: "a = actual working days, b = statutory ones."),
        IndicatorDefinition(
            "K29.reduction", zh: "跑动次数降幅", en: "Reduction of trips", .ratio, .higher, .reduction, .observed,
            saysZh: "a＝实际平均跑动次数，b＝基准次数。", saysEn: "a = actual mean trips, b = baseline."),
        IndicatorDefinition(
            "K29.mean", zh: "平均跑动次数", en: "Mean trips", .score, .lower, .mean, .observed, decimals: 2,
            saysZh: "a＝跑动次数之和，b＝诉求数。", saysEn: "a = trips, b = cases."),
        IndicatorDefinition(
            "K30.coverage", zh: "服务专员覆盖率", en: "Commissioner coverage", .ratio, .higher, .share, .observed,
            saysZh: "a＝已配服务专员的企业，b＝应配企业。", saysEn: "a = enterprises paired, b = enterprises."),
        IndicatorDefinition(
            "K30.visits", zh: "季度走访率", en: "Quarterly visits", .ratio, .higher, .share, .observed,
            saysZh: "a＝本季已走访的企业，b＝应走访的企业。", saysEn: "a = visited in the quarter, b = due."),
    ]

    /// Formulas of notices that belong to no K.
    static let plain: [IndicatorDefinition] = [
        IndicatorDefinition(
            "yoy", zh: "同比", en: "Year on year", aliases: ["同比增长", "growth"], .ratio, .higher, .growth, .figures,
            saysZh: "a＝本期，b＝上年同期。", saysEn: "a = the period, b = the same period a year before."),
        IndicatorDefinition(
            "mom", zh: "环比", en: "Month on month", aliases: ["环比增长"], .ratio, .higher, .growth, .figures,
            saysZh: "a＝本期，b＝上期。", saysEn: "a = the period, b = the period before."),
        IndicatorDefinition(
            "share", zh: "份额", en: "Share", aliases: ["占比", "比重"], .ratio, .neutral, .share, .figures,
            saysZh: "a＝部分，b＝总量。", saysEn: "a = the part, b = the whole."),
        IndicatorDefinition(
            "mean", zh: "平均规模", en: "Mean size", aliases: ["平均", "average"], .score, .neutral, .mean, .figures,
            decimals: 2,
            saysZh: "a＝总量，b＝个数。", saysEn: "a = the total, b = the number of things."),
    ]
}
