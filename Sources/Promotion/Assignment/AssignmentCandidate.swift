public import Identifiers
public import Labels

/// One officer whom a decision looked at, and what became of it.
public struct AssignmentCandidate: Hashable, Sendable, Codable {
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        // Dropped.
        case inactive, onLeave, offDuty, atCapacity, lacksSkill, conflicted
        // Kept, but somebody else comes first.
        case higherLoad, assignedMoreRecently, higherNumber, dearer
        // Taken.
        case owner, groupOwner, leastLoaded, waitedLongest, lowestNumber, onlyOne, named, best, onDutyToday, leadsUnit
    }

    public var officer: OfficerID
    /// Could have taken the lead.
    public var kept: Bool
    public var reason: Reason
    /// The days of the leave, the skill that is missing.
    public var detail: String?
    public var load: Int
    public var capacity: Int
    /// Cost in a batch; absent in the ladder, which compares loads.
    public var cost: Int64?

    public init(
        officer: OfficerID, kept: Bool, reason: Reason, detail: String? = nil, load: Int, capacity: Int,
        cost: Int64? = nil
    ) {
        self.officer = officer
        self.kept = kept
        self.reason = reason
        self.detail = detail
        self.load = load
        self.capacity = capacity
        self.cost = cost
    }

    init(_ load: OfficerLoad, kept: Bool, _ reason: Reason, detail: String? = nil, cost: Int64? = nil) {
        self.init(
            officer: load.id, kept: kept, reason: reason, detail: detail, load: load.load, capacity: load.capacity,
            cost: cost)
    }

    /// The reason in words.
    public var text: Phrase {
        let words = reason.words
        guard let detail else { return words }
        return Phrase(zh: "\(words.zh)（\(detail)）", en: "\(words.en) (\(detail))")
    }
}

extension AssignmentCandidate.Reason {
    public var words: Phrase {
        switch self {
        case .inactive: Phrase(zh: "已停用或已离开", en: "no longer active")
        case .onLeave: Phrase(zh: "响应期内请假", en: "on leave within the response window")
        case .offDuty: Phrase(zh: "响应期内不值班", en: "not on duty within the response window")
        case .atCapacity: Phrase(zh: "已满载", en: "at capacity")
        case .lacksSkill: Phrase(zh: "缺少所需特长", en: "lacks a required skill")
        case .conflicted: Phrase(zh: "有利益冲突", en: "has a conflict of interest")
        case .higherLoad: Phrase(zh: "负载较高", en: "carries more for the capacity")
        case .assignedMoreRecently: Phrase(zh: "负载相同，最近刚分派过", en: "same load, assigned more recently")
        case .higherNumber: Phrase(zh: "负载相同，编号较大", en: "same load, higher number")
        case .dearer: Phrase(zh: "整批成本较高", en: "costs the whole batch more")
        case .owner: Phrase(zh: "负责该企业", en: "owns the enterprise")
        case .groupOwner: Phrase(zh: "负责该集团", en: "owns the enterprise's group")
        case .leastLoaded: Phrase(zh: "负载最低", en: "carries least for the capacity")
        case .waitedLongest: Phrase(zh: "负载相同，最久未分派", en: "same load, assigned longest ago")
        case .lowestNumber: Phrase(zh: "负载与时间相同，编号最小", en: "same load and time, lowest number")
        case .onlyOne: Phrase(zh: "唯一可用", en: "the only one left")
        case .named: Phrase(zh: "指定", en: "named by the caller")
        case .best: Phrase(zh: "整批最优", en: "best for the whole batch")
        case .onDutyToday: Phrase(zh: "当日值班", en: "on duty that day")
        case .leadsUnit: Phrase(zh: "机构负责人", en: "leads the unit")
        }
    }
}
