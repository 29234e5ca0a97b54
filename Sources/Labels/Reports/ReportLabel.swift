/// Names of the kinds of reports, of the products of rules and of the states of tasks, by their names in code.
public enum ReportLabel {
    /// Stands behind an exact number of yuan in a table; formats for people write the pair in 亿 and 万.
    public static let yuan = Phrase(zh: "元", en: " yuan")

    /// `day` … `year`: 日盘点 … 年部署.
    public static func kind(_ raw: String) -> Phrase { kinds[raw] ?? Phrase(raw) }

    /// The report of a bureau that works by dispatch and deployment: 周调度, 月部署.
    public static func kind(_ raw: String, product: String) -> Phrase {
        switch (raw, product) {
        case ("week", "dispatch"): Phrase(zh: "周调度", en: "Weekly dispatch")
        case ("month", "deployment"): Phrase(zh: "月部署", en: "Monthly deployment")
        default: kind(raw)
        }
    }

    /// `inventory`, `dispatch` …
    public static func product(_ raw: String) -> Phrase { products[raw] ?? Phrase(raw) }

    /// `open`, `submitted` … with the reason of a waiver.
    public static func taskState(_ raw: String, reason: String? = nil) -> Phrase {
        if raw == "waived", let reason, let known = waivers[reason] { return known }
        return states[raw] ?? Phrase(raw)
    }

    /// Stages of projects and states of leads.
    public static func stage(_ raw: String) -> Phrase { stages[raw] ?? Phrase(raw) }

    static let stages: PhraseTable = [
        "negotiating": Phrase(zh: "在谈", en: "negotiating"), "reviewing": Phrase(zh: "评审", en: "in review"),
        "approved": Phrase(zh: "通过评审", en: "approved"), "signed": Phrase(zh: "签约", en: "signed"),
        "landed": Phrase(zh: "落地", en: "landed"), "started": Phrase(zh: "开工", en: "started"),
        "completed": Phrase(zh: "竣工", en: "completed"), "producing": Phrase(zh: "投产", en: "producing"),
        "atCapacity": Phrase(zh: "达产", en: "at capacity"), "registered": Phrase(zh: "已登记", en: "registered"),
        "assigned": Phrase(zh: "已分派", en: "assigned"), "screening": Phrase(zh: "研判中", en: "in screening"),
        "followed": Phrase(zh: "跟进", en: "followed"), "cultivated": Phrase(zh: "培育", en: "cultivated"),
        "transferred": Phrase(zh: "流转", en: "transferred"), "declined": Phrase(zh: "放弃", en: "declined"),
        "duplicate": Phrase(zh: "重复", en: "duplicate"),
    ]

    public static func level(_ raw: String) -> Phrase { levels[raw] ?? Phrase(raw) }

    static let kinds: PhraseTable = [
        "day": Phrase(zh: "日盘点", en: "Daily inventory"),
        "week": Phrase(zh: "周汇总", en: "Weekly consolidation"),
        "month": Phrase(zh: "月通报", en: "Monthly report"),
        "quarter": Phrase(zh: "季活动", en: "Quarterly activities"),
        "year": Phrase(zh: "年部署", en: "Yearly deployment"),
    ]

    static let products: PhraseTable = [
        "inventory": Phrase(zh: "日盘点", en: "Daily inventory"),
        "consolidation": Phrase(zh: "周汇总", en: "Weekly consolidation"),
        "report": Phrase(zh: "月通报", en: "Monthly report"),
        "activity": Phrase(zh: "季活动", en: "Quarterly activities"),
        "deployment": Phrase(zh: "部署", en: "Deployment"),
        "dispatch": Phrase(zh: "调度", en: "Dispatch"),
        "visit": Phrase(zh: "走访", en: "Visit"),
        "custom": Phrase(zh: "专项任务", en: "Special task"),
        "clock": Phrase(zh: "时限", en: "Clock"),
    ]

    static let states: PhraseTable = [
        "open": Phrase(zh: "未提交", en: "open"),
        "submitted": Phrase(zh: "已提交", en: "submitted"),
        "accepted": Phrase(zh: "已通过", en: "accepted"),
        "returned": Phrase(zh: "已退回", en: "returned"),
        "waived": Phrase(zh: "免报", en: "waived"),
        "missed": Phrase(zh: "漏报", en: "missed"),
        "void": Phrase(zh: "作废", en: "void"),
    ]

    static let waivers: PhraseTable = [
        "calendar": Phrase(zh: "免报（无工作日）", en: "waived (no working day)"),
        "leave": Phrase(zh: "免报（请假）", en: "waived (leave)"),
        "pause": Phrase(zh: "免报（规则暂停）", en: "waived (rule paused)"),
        "human": Phrase(zh: "免报（经批准）", en: "waived (approved)"),
    ]

    static let levels: PhraseTable = [
        "day": Phrase(zh: "日", en: "Day"), "week": Phrase(zh: "周", en: "Week"), "month": Phrase(zh: "月", en: "Month"),
        "quarter": Phrase(zh: "季度", en: "Quarter"), "year": Phrase(zh: "年", en: "Year"),
    ]
}
