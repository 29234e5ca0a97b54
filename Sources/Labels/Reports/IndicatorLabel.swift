/// Names of indicators and figures, by the keys that reports and scripts use.
public enum IndicatorLabel {
    /// The name of a figure key: `K19.out`, `entries.tag.走访`, `K19.out.cumulative`, `late.entries.count`. A key that
    /// nobody named is its own name.
    public static func name(_ key: String) -> Phrase {
        if let known = all[key] { return known }
        if let rest = removing("late.", from: key) { return joined("补报：", "Late: ", name(rest)) }
        if let rest = removing("corrected.", from: key) { return joined("更正：", "Corrected: ", name(rest)) }
        if let rest = removing("lastYear.", from: key) { return joined("上年：", "Of last year: ", name(rest)) }
        if key.hasSuffix(".cumulative") {
            let base = name(String(key.dropLast(".cumulative".count)))
            return Phrase(zh: base.zh + "（累计）", en: base.en + " (cumulative)")
        }
        if let kind = removing("entries.kind.", from: key) { return activityKind(kind) }
        if let tag = removing("entries.tag.", from: key) { return Phrase("+" + tag) }
        for (prefix, name) in targetNames {
            if let rest = removing(prefix + ".", from: key) {
                let base = self.name(rest)
                return Phrase(zh: "\(base.zh)·\(name.zh)", en: "\(base.en): \(name.en)")
            }
        }
        return Phrase(key)
    }

    /// 跟进 by its name in code: `visitOut`.
    public static func activityKind(_ raw: String) -> Phrase {
        activityKinds[raw] ?? Phrase(raw)
    }

    static let all = PhraseTable(joining: names, pipeline)

    private static let targetNames: [(String, Phrase)] = [
        ("K14.completion", Phrase(zh: "目标完成率", en: "target completion")),
        ("K14.gap", Phrase(zh: "序时进度差", en: "schedule gap")),
    ]

    static let names: PhraseTable = [
        "entries.count": Phrase(zh: "日志条数", en: "Log entries"),
        "entries.zero": Phrase(zh: "零报告数", en: "Zero reports"),
        "entries.automatic": Phrase(zh: "系统记录条数", en: "Lines recorded by the system"),
        "entries.amount": Phrase(zh: "日志所载金额", en: "Amounts in entries"),
        "officers.reported": Phrase(zh: "已报人数", en: "Officers who reported"),
        "officers.expected": Phrase(zh: "应报人数", en: "Officers expected"),
        "days.expected": Phrase(zh: "应报人日", en: "Officer-days expected"),
        "days.reported": Phrase(zh: "已报人日", en: "Officer-days reported"),
        "days.zero": Phrase(zh: "零报告人日", en: "Officer-days with a zero report"),
        "days.missing": Phrase(zh: "漏报人日", en: "Officer-days missing"),
        "days.leave": Phrase(zh: "请假人日", en: "Officer-days on leave"),
        "K14.completion": Phrase(zh: "目标完成率", en: "Target completion"),
        "K14.gap": Phrase(zh: "序时进度差", en: "Schedule gap"),
        "K19.out": Phrase(zh: "外出走访", en: "Visits out"),
        "K19.in": Phrase(zh: "接待来访", en: "Visits in"),
        "K19.events": Phrase(zh: "举办活动", en: "Activities held"),
        "K19.publicity": Phrase(zh: "宣传推介", en: "Publicity"),
        "K32.zero": Phrase(zh: "零报告率", en: "Zero-report rate"),
        "K32.missing": Phrase(zh: "漏报率", en: "Missing rate"),
    ]

    static let activityKinds: PhraseTable = [
        "visitOut": Phrase(zh: "外出走访", en: "Visits out"),
        "visitIn": Phrase(zh: "接待来访", en: "Visits in"),
        "call": Phrase(zh: "电话联系", en: "Call"),
        "meeting": Phrase(zh: "会议会谈", en: "Meeting"),
        "site": Phrase(zh: "现场踏勘", en: "Site inspection"),
        "negotiation": Phrase(zh: "项目洽谈", en: "Negotiation"),
        "note": Phrase(zh: "情况记录", en: "Note"),
        "activity": Phrase(zh: "招商活动", en: "Activities held"),
        "plan": Phrase(zh: "活动计划", en: "Activity planned"),
        "publicity": Phrase(zh: "宣传推介", en: "Publicity"),
    ]

    private static func removing(_ prefix: String, from key: String) -> String? {
        key.hasPrefix(prefix) ? String(key.dropFirst(prefix.count)) : nil
    }

    private static func joined(_ zh: String, _ en: String, _ rest: Phrase) -> Phrase {
        Phrase(zh: zh + rest.zh, en: en + rest.en)
    }
}
