/// The words that the log understands beyond plain text.
public enum CaptureVocabulary {
    /// Every spelling of an attribute's key, to its name.
    public static let keys: [String: String] = {
        let spellings: [String: [String]] = [
            "amount": ["amount", "金额", "投资", "金額"],
            "date": ["date", "on", "日期"],
            "kind": ["kind", "类型", "类别"],
            "stage": ["stage", "阶段"],
            "chain": ["chain", "产业链", "链"],
            "industry": ["industry", "行业"],
            "region": ["region", "地区", "来源地"],
            "source": ["source", "来源"],
            "event": ["event", "活动"],
        ]
        var keys: [String: String] = [:]
        for (name, words) in spellings { for word in words { keys[word] = name } }
        return keys
    }()

    /// What kind of work a word names, as value of `kind:` or as a tag.
    public static func kind(_ word: String) -> ActivityKind? {
        if let kind = ActivityKind(rawValue: word) { return kind }
        return kinds[word.lowercased()]
    }

    private static let kinds: [String: ActivityKind] = [
        "走访": .visitOut, "外出拜访": .visitOut, "拜访": .visitOut, "外出": .visitOut, "visit-out": .visitOut,
        "visitout": .visitOut, "visit": .visitOut,
        "来访": .visitIn, "接待": .visitIn, "接访": .visitIn, "visit-in": .visitIn, "visitin": .visitIn,
        "电话": .call, "通话": .call, "call": .call,
        "会议": .meeting, "座谈": .meeting, "meeting": .meeting,
        "踏勘": .site, "现场": .site, "看地": .site, "site": .site,
        "洽谈": .negotiation, "谈判": .negotiation, "negotiation": .negotiation,
        "备注": .note, "note": .note,
        "活动": .activity, "推介会": .activity, "招商活动": .activity, "activity": .activity, "event": .activity,
        "计划": .plan, "活动计划": .plan, "plan": .plan,
        "宣传": .publicity, "publicity": .publicity,
    ]
}
