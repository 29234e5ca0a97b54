public import Identifiers
public import Labels
public import WorkCalendar

/// The course of a lead (domain.md §4):
/// registered → assigned → screening → followed, cultivated, transferred or declined; assigned again and again;
/// screening back to assigned for facts; cultivated back to screening; declined back to screening for a while; an open lead
/// to duplicate and back for a while. Nothing else.
public enum LeadMachine {
    /// States that may follow, a supervisor's reopening and unmerging included.
    public static func successors(of state: LeadState) -> Set<LeadState> {
        switch state {
        case .registered: [.assigned, .duplicate]
        case .assigned: [.assigned, .screening, .duplicate]
        case .screening: [.assigned, .followed, .cultivated, .transferred, .declined, .duplicate]
        case .cultivated, .declined: [.screening]
        case .duplicate: [.registered, .assigned, .screening]
        case .followed, .transferred: []
        }
    }

    /// To an officer of a unit. A change of unit needs a reason.
    public static func assigned(
        _ lead: Lead, to officer: OfficerID, unit: UnitID, reason: Bool, at now: Instant
    ) throws(ZhaoshangError) -> Lead {
        try check(lead, .assigned)
        if lead.state == .assigned, lead.owner == officer {
            throw ZhaoshangError(
                .refused, zh: "\(lead.id) 已由 \(officer) 负责", en: "\(lead.id) is \(officer)'s already",
                hint: Phrase(zh: "查看：zs lead show \(lead.id)", en: "see: zs lead show \(lead.id)"))
        }
        if lead.state != .registered, unit != lead.unitID, !reason {
            throw ZhaoshangError(
                .incomplete, zh: "跨机构改派须说明理由", en: "a move to another unit needs a reason",
                hint: Phrase(
                    zh: "补充：--reason 理由", en: "add: --reason TEXT"), details: ["missing": ["reason"]])
        }
        var after = lead
        after.state = .assigned
        after.owner = officer
        after.unitID = unit
        after.course.assignedAt = now
        return after
    }

    /// In other hands as it stands, because its owner leaves.
    public static func handedOver(_ lead: Lead, to officer: OfficerID, unit: UnitID, at now: Instant) -> Lead {
        var after = lead
        after.owner = officer
        after.unitID = unit
        after.course.assignedAt = now
        return after
    }

    public static func taken(_ lead: Lead, at now: Instant) throws(ZhaoshangError) -> Lead {
        try check(lead, .screening)
        var after = lead
        after.state = .screening
        after.course.screeningSince = now
        return after
    }

    /// A screening's verdict. `follow` needs every fact.
    public static func judged(
        _ lead: Lead, _ verdict: Verdict, vetoes: [Veto], project: ProjectID?, at now: Instant
    ) throws(ZhaoshangError) -> Lead {
        try check(lead, verdict.state)
        if verdict == .follow {
            let missing = lead.missingFacts
            guard missing.isEmpty, vetoes.isEmpty else { throw LeadProblem.notReady(lead, missing, vetoes) }
        }
        var after = lead
        after.state = verdict.state
        after.course.verdict = verdict
        after.course.verdictAt = now
        after.course.declinedOn = verdict == .decline ? now.date : nil
        after.project = project ?? lead.project
        return after
    }

    /// Back to the officer for facts; the clock of the verdict goes on.
    public static func returned(_ lead: Lead) throws(ZhaoshangError) -> Lead {
        guard lead.state == .screening else { throw LeadProblem.step(lead, .assigned) }
        var after = lead
        after.state = .assigned
        after.course.screeningSince = nil
        return after
    }

    /// A cultivated lead, or one declined not long ago, is screened again.
    public static func reopened(
        _ lead: Lead, policy: LeadPolicy, supervisor: Bool, at now: Instant
    ) throws(ZhaoshangError) -> Lead {
        guard lead.state == .cultivated || lead.state == .declined else { throw LeadProblem.step(lead, .screening) }
        if lead.state == .declined {
            guard supervisor else {
                throw ZhaoshangError(
                    .forbidden, zh: "已放弃的线索只有督办可以重启", en: "only a supervisor reopens a declined lead",
                    hint: Phrase(
                        zh: "请督办执行：zs lead reopen \(lead.id)", en: "a supervisor can run: zs lead reopen \(lead.id)"))
            }
            let since = lead.course.declinedOn ?? now.date
            guard now.date - since <= policy.reopenDays else {
                throw ZhaoshangError(
                    .refused, zh: "放弃已满 \(policy.reopenDays) 天，不能重启",
                    en: "it was declined more than \(policy.reopenDays) days ago",
                    hint: Phrase(zh: "请重新登记：zs lead add …", en: "register it anew: zs lead add …"))
            }
        }
        var after = try taken(lead, at: now)
        after.course.reopenedAt = now
        after.course.verdict = nil
        after.course.verdictAt = nil
        after.course.declinedOn = nil
        after.course.feedbackAt = nil
        return after
    }

    public static func merged(_ lead: Lead, into other: Lead, on today: CivilDate) throws(ZhaoshangError) -> Lead {
        try check(lead, .duplicate)
        guard lead.id != other.id, other.state != .duplicate else {
            throw ZhaoshangError(
                .refused, zh: "\(other.id) 不能作为保留的线索", en: "\(other.id) cannot be the one that stays",
                hint: Phrase(zh: "查看：zs lead show \(other.id)", en: "see: zs lead show \(other.id)"))
        }
        var after = lead
        after.stateBefore = lead.state
        after.state = .duplicate
        after.duplicateOf = other.id
        after.course.duplicateOn = today
        return after
    }

    public static func unmerged(_ lead: Lead, policy: LeadPolicy, on today: CivilDate) throws(ZhaoshangError) -> Lead {
        guard lead.state == .duplicate, let before = lead.stateBefore else { throw LeadProblem.step(lead, .registered) }
        let since = lead.course.duplicateOn ?? today
        guard today - since <= policy.unmergeDays else {
            throw ZhaoshangError(
                .refused, zh: "合并已满 \(policy.unmergeDays) 天，不能拆分",
                en: "it was merged more than \(policy.unmergeDays) days ago",
                hint: Phrase(zh: "请重新登记：zs lead add …", en: "register it anew: zs lead add …"))
        }
        var after = lead
        after.state = before
        after.stateBefore = nil
        after.duplicateOf = nil
        after.course.duplicateOn = nil
        return after
    }

    private static func check(_ lead: Lead, _ state: LeadState) throws(ZhaoshangError) {
        guard successors(of: lead.state).contains(state) else { throw LeadProblem.step(lead, state) }
    }
}

/// Refusals about leads.
enum LeadProblem {
    static func step(_ lead: Lead, _ wanted: LeadState) -> ZhaoshangError {
        let next = LeadMachine.successors(of: lead.state).sorted { $0.rawValue < $1.rawValue }
        let zh = next.isEmpty ? "无" : next.map(\.name.zh).joined(separator: "、")
        let en = next.isEmpty ? "nothing" : next.map(\.name.en).joined(separator: ", ")
        return ZhaoshangError(
            .refused, zh: "\(lead.id) 为“\(lead.state.name.zh)”，不能转为“\(wanted.name.zh)”；之后可为：\(zh)",
            en: "\(lead.id) is \(lead.state.name.en) and cannot become \(wanted.name.en); what may follow: \(en)",
            hint: Phrase(zh: "查看：zs lead show \(lead.id)", en: "see: zs lead show \(lead.id)"),
            details: ["state": .text(lead.state.rawValue), "wanted": .text(wanted.rawValue)])
    }

    static func notReady(_ lead: Lead, _ missing: [LeadFact], _ vetoes: [Veto]) -> ZhaoshangError {
        let list = vetoes.map(\.rawValue).joined(separator: " ")
        let veto = vetoes.isEmpty ? [] : [Phrase(zh: "一票否决：\(list)", en: "vetoed: \(list)")]
        let phrases = missing.map(\.name) + veto
        let command = "zs lead edit \(lead.id) " + missing.map { "\($0.rawValue):…" }.joined(separator: " ")
        return ZhaoshangError(
            .incomplete, zh: "\(lead.id) 还不能跟进：\(phrases.map(\.zh).joined(separator: "、"))",
            en: "\(lead.id) cannot be followed yet: \(phrases.map(\.en).joined(separator: ", "))",
            hint: missing.isEmpty ? nil : Phrase(zh: "补充：\(command)", en: "add: \(command)"),
            details: ["missing": .list(missing.map(\.rawValue) + (vetoes.isEmpty ? [] : ["veto"]))])
    }
}
