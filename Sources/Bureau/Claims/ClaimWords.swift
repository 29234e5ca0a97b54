import Identifiers
import Labels
import Promotion

/// What people write about claims.
enum ClaimWords {
    static let keys: [String: String] = [
        "investor": "investor", "投资方": "investor", "企业": "investor", "enterprise": "investor", "amount": "amount",
        "investment": "amount", "投资额": "amount", "金额": "amount", "chain": "chain", "产业链": "chain", "lead": "lead",
        "线索": "lead", "evidence": "evidence",
        "依据": "evidence",
    ].merging(ForeignReading.keys) { $1 }

    /// `E-1 …` and `L-7 …` in the first place say what the claim is about.
    static func about(_ words: [String]) -> ([String: String], [String]) {
        guard let first = words.first, first.contains("-") else { return ([:], words) }
        if EnterpriseID(first) != nil { return (["investor": first], Array(words.dropFirst())) }
        if LeadID(first) != nil { return (["lead": first], Array(words.dropFirst())) }
        return ([:], words)
    }

    static let deciding: [String: String] = [
        "until": "until", "至": "until", "reason": "reason", "理由": "reason", "for": "for", "保留": "for",
        "credit": "credit", "分成": "credit",
    ]

    static func incomplete(_ missing: [(String, Phrase)]) -> ZhaoshangError {
        ZhaoshangError(
            .incomplete, zh: "缺少：\(missing.map(\.1.zh).joined(separator: "、"))",
            en: "missing: \(missing.map(\.1.en).joined(separator: ", "))",
            hint: Phrase(
                zh: "例如：zs claim file @某集团 amount:12亿 chain:新能源 依据:已签保密协议",
                en: "for example: zs claim file @SomeGroup amount:1.2bn chain:battery evidence:NDA"),
            details: ["missing": .list(missing.map(\.0))])
    }

    static func belowThreshold(_ policy: ClaimPolicy) -> ZhaoshangError {
        let (yuan, dollars) = (policy.threshold.yuan, policy.foreignThreshold)
        return ZhaoshangError(
            .refused, zh: "首报首谈适用于投资额 \(yuan) 元以上（外资 \(dollars) 美元以上）的项目",
            en: "a claim needs an investment of at least \(yuan) yuan (foreign: \(dollars) US dollars)",
            hint: Phrase(
                zh: "外资写 foreign:USD… rate:…；标准见 zs setting show claim.threshold",
                en: "foreign: foreign:USD… rate:…; the threshold: zs setting show claim.threshold"),
            details: ["threshold": .number(yuan), "foreign_threshold_usd": .number(dollars)])
    }

    static func state(_ text: String) throws -> FirstTalkClaim.State {
        if let state = FirstTalkClaim.State(rawValue: text.lowercased()) { return state }
        throw LeadReading.unknown(
            "state", text, FirstTalkClaim.State.allCases.map(\.rawValue) + ["all"], Phrase(zh: "状态", en: "state"))
    }
}
