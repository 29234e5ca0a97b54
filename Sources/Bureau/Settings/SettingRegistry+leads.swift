import Cadence
import Labels
import Promotion
import WorkCalendar

extension SettingRegistry {
    static let leads: [SettingDefinition] = [
        whole(
            "lead.respond_days", "1", 1...30,
            Phrase(zh: "线索首次响应时限（工作日）", en: "working days for the first response to a lead")),
        whole(
            "lead.verdict_days", "3", 1...60, Phrase(zh: "线索研判时限（工作日）", en: "working days for the verdict on a lead")),
        whole(
            "lead.major_verdict_days", "5", 1...60,
            Phrase(zh: "重大或须专家意见的线索研判时限（工作日）", en: "the same for major leads and those that need an expert")),
        whole(
            "lead.feedback_days", "5", 1...60,
            Phrase(zh: "研判后向引荐人反馈的时限（工作日）", en: "working days after the verdict to answer the introducer")),
        whole(
            "lead.progress_days", "10", 1...250,
            Phrase(zh: "线索进展记录的间隔（工作日）", en: "working days between progress notes on a lead")),
        whole(
            "lead.reopen_days", "180", 0...3660,
            Phrase(zh: "已放弃线索可重启的天数", en: "days in which a declined lead may be reopened")),
        whole(
            "lead.unmerge_days", "30", 0...3660,
            Phrase(zh: "合并的线索可拆分的天数", en: "days in which merged leads can be parted")),
        SettingDefinition(
            key: "lead.required_facts", defaultValue: LeadFact.usual.map(\.rawValue).joined(separator: " "),
            meaning: Phrase(
                zh: "线索有效、可跟进须具备的要素", en: "facts that a lead needs to be valid and to be followed"),
            form: LeadFact.allCases.map(\.rawValue).joined(separator: " ") + " | -",
            accepts: { LeadFact.list($0) != nil }),
        amount("lead.major_amount", "10亿", Phrase(zh: "重大线索的投资额", en: "investment from which a lead is major")),
        SettingDefinition(
            key: "screening.weights",
            defaultValue: Scorecard.Dimension.allCases.map { "\($0.rawValue)=1" }.joined(separator: ","),
            meaning: Phrase(zh: "研判七个维度的权重", en: "weights of the seven dimensions of a screening"),
            form: "direction=3,promotion=2,…", accepts: { LeadPolicy.weights($0) != nil }),
        whole(
            "claim.hold_days", "90", 1...3660,
            Phrase(zh: "首报首谈无活动失效的天数", en: "days after which a first-talk claim without activity lapses")),
        SettingDefinition(
            key: "claim.warning_days", defaultValue: "14 3",
            meaning: Phrase(
                zh: "首报首谈失效前多少天预警（末次并告知机构负责人）",
                en: "days before a first-talk claim lapses at which its claimant is warned, at last the head too"),
            form: "14 3", accepts: { ClockLadders.warningDays($0) != nil }),
        whole(
            "claim.arbitration_days", "5", 1...250,
            Phrase(zh: "首报首谈冲突的仲裁时限（工作日）", en: "working days for the arbitration of a first-talk conflict")),
        amount("claim.threshold", "10亿", Phrase(zh: "可报首报首谈的投资额", en: "investment from which a claim can be filed")),
        whole(
            "claim.foreign_threshold_usd", "10000000", 0...Int(Int32.max),
            Phrase(zh: "外资可报首报首谈的投资额（美元）", en: "US dollars from which a foreign claim can be filed")),
    ]

    static func amount(_ key: String, _ value: String, _ meaning: Phrase) -> SettingDefinition {
        SettingDefinition(
            key: key, defaultValue: value, meaning: meaning, form: "10亿, 500000000",
            accepts: { (try? Money(parsing: $0)) != nil })
    }
}

extension Reading {
    func amount(_ key: String, on date: CivilDate) throws -> Money {
        (try? Money(parsing: try setting(key, on: date))) ?? .zero
    }

    func leadPolicy(on date: CivilDate) throws -> LeadPolicy {
        var policy = LeadPolicy()
        policy.respondDays = try number("lead.respond_days", on: date)
        policy.verdictDays = try number("lead.verdict_days", on: date)
        policy.majorVerdictDays = try number("lead.major_verdict_days", on: date)
        policy.feedbackDays = try number("lead.feedback_days", on: date)
        policy.progressDays = try number("lead.progress_days", on: date)
        policy.majorAmount = try amount("lead.major_amount", on: date)
        policy.reopenDays = try number("lead.reopen_days", on: date)
        policy.unmergeDays = try number("lead.unmerge_days", on: date)
        policy.weights = LeadPolicy.weights(try setting("screening.weights", on: date)) ?? policy.weights
        return policy
    }
}

extension Reading {
    /// The ladders of clocks, as the bureau's settings have them on a day.
    func clockLadders(on date: CivilDate) throws -> ClockLadders {
        ClockLadders.warningDays(try setting("claim.warning_days", on: date)).map { ClockLadders(warningDays: $0) }
            ?? ClockLadders()
    }

    func claimPolicy(on date: CivilDate) throws -> ClaimPolicy {
        var policy = ClaimPolicy()
        policy.holdDays = try number("claim.hold_days", on: date)
        policy.arbitrationDays = try number("claim.arbitration_days", on: date)
        policy.threshold = try amount("claim.threshold", on: date)
        policy.foreignThreshold = Int64(try number("claim.foreign_threshold_usd", on: date))
        return policy
    }
}
