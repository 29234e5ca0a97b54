public import Labels

/// Where a lead stands.
public enum LeadState: String, Hashable, Sendable, Codable, CaseIterable {
    case registered, assigned, screening, followed, cultivated, transferred, declined, duplicate

    /// Somebody still has to come to a verdict.
    public var isOpen: Bool { self == .registered || self == .assigned || self == .screening }

    /// Reads the code and what ledgers write: `screening`, `研判中`, `已转项目`.
    public init?(word: String) {
        let wanted = word.lowercased()
        if let known = LeadState(rawValue: wanted) ?? Self.allCases.first(where: { $0.name.zh == word })
            ?? Self.words[wanted]
        {
            self = known
        } else {
            return nil
        }
    }

    /// Not 跟进中: in one ledger somebody works on it, in another it became a project.
    private static let words: [String: LeadState] = [
        "登记": .registered, "新登记": .registered, "新增": .registered, "待分派": .registered, "未分派": .registered,
        "待分办": .registered, "分派": .assigned, "已分办": .assigned, "已交办": .assigned, "对接中": .assigned, "跟踪中": .assigned,
        "研判": .screening, "在研判": .screening, "评估中": .screening, "已跟进": .followed, "已立项": .followed,
        "已转项目": .followed, "转项目": .followed, "转为项目": .followed, "培育中": .cultivated, "储备": .cultivated,
        "已流转": .transferred, "转出": .transferred, "已转出": .transferred, "已放弃": .declined, "不予跟进": .declined,
        "终止": .declined, "已终止": .declined, "淘汰": .declined,
    ]

    public var name: Phrase {
        switch self {
        case .registered: Phrase(zh: "已登记", en: "registered")
        case .assigned: Phrase(zh: "已分派", en: "assigned")
        case .screening: Phrase(zh: "研判中", en: "in screening")
        case .followed: Phrase(zh: "跟进", en: "followed")
        case .cultivated: Phrase(zh: "培育", en: "cultivated")
        case .transferred: Phrase(zh: "流转", en: "transferred")
        case .declined: Phrase(zh: "放弃", en: "declined")
        case .duplicate: Phrase(zh: "重复", en: "duplicate")
        }
    }
}

/// 来源: how the lead came to the bureau.
public enum LeadSource: String, Hashable, Sendable, Codable, CaseIterable {
    case visitOut, visitIn, referral, agency, event, publicInfo, hotline

    /// Reads the code and what people write: `visitOut`, `visit-out`, `外出走访`.
    public init?(word: String) {
        let wanted = word.lowercased().filter { $0 != "-" && $0 != "_" }
        if let known = Self.allCases.first(where: { $0.rawValue.lowercased() == wanted }) {
            self = known
        } else if let known = Self.words[wanted] {
            self = known
        } else {
            return nil
        }
    }

    private static let words: [String: LeadSource] = [
        "外出": .visitOut, "走访": .visitOut, "外出走访": .visitOut, "外出拜访": .visitOut, "来访": .visitIn, "接待": .visitIn,
        "推荐": .referral, "介绍": .referral, "转介": .referral, "以商招商": .referral, "驻外机构": .agency, "驻点": .agency,
        "委托招商": .agency, "活动": .event, "推介会": .event, "展会": .event, "公开信息": .publicInfo, "网络": .publicInfo,
        "媒体": .publicInfo, "热线": .hotline, "电话": .hotline, "来电": .hotline,
    ]
}

/// How much a lead promises.
public enum Tier: String, Hashable, Sendable, Codable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"

    public init?(word: String) { self.init(rawValue: word.uppercased()) }
}

/// 研判结论.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case follow, cultivate, transfer, decline

    public init?(word: String) {
        let words: [String: Verdict] = [
            "跟进": .follow, "培育": .cultivate, "流转": .transfer, "转出": .transfer, "放弃": .decline, "不予跟进": .decline,
        ]
        guard let verdict = Verdict(rawValue: word.lowercased()) ?? words[word] else { return nil }
        self = verdict
    }

    /// The state a lead is in after it.
    public var state: LeadState {
        switch self {
        case .follow: .followed
        case .cultivate: .cultivated
        case .transfer: .transferred
        case .decline: .declined
        }
    }
}
