public import Identifiers
public import Labels
public import WorkCalendar

/// What a ledger says of the course of a lead before it came into the records. Moments of days are their midnights.
public struct LeadHistory: Hashable, Sendable {
    public var state: LeadState?
    public var owner: OfficerID?
    public var assignedAt: Instant?
    /// First contact: the answer to whoever brought the lead.
    public var respondedAt: Instant?
    public var verdictAt: Instant?
    /// The answer to the introducer.
    public var feedbackAt: Instant?

    public init() {}

    /// What keeps a history from being one, at the field that says so.
    public struct Problem: Error, Hashable, Sendable {
        public var field: String
        public var message: Phrase
        public var remedy: Phrase
    }

    /// The lead as the ledger left it, recorded at `now`; or everything that is wrong.
    ///
    /// An old lead is recorded as it was, so it needs less than a verdict of today: facts may be missing, and a lead that
    /// was followed becomes a project later (`zs project add lead:L-…`).
    public func applied(to lead: Lead, at now: Instant) -> Result<Lead, Problems> {
        var after = lead
        after.course.importedAt = now
        let state =
            state.map { $0 == .registered && owner != nil ? .assigned : $0 } ?? (owner == nil ? .registered : .assigned)
        let problems = problems(lead, state, now)
        guard problems.isEmpty else { return .failure(Problems(list: problems)) }
        after.state = state
        after.owner = owner
        after.course.firstContactAt = respondedAt
        if owner != nil || state != .registered { after.course.assignedAt = assignedAt ?? lead.receivedAt }
        if state == .screening { after.course.screeningSince = after.course.assignedAt }
        if let verdict = Verdict.allCases.first(where: { $0.state == state }) {
            after.course.verdict = verdict
            after.course.verdictAt = verdictAt
            // Without its day, the lead can be reopened no longer than if it was declined at once.
            if verdict == .decline { after.course.declinedOn = verdictAt?.date ?? lead.receivedOn }
            after.course.feedbackAt = feedbackAt
        }
        return .success(after)
    }

    public struct Problems: Error, Hashable, Sendable {
        public var list: [Problem]
    }

    private func problems(_ lead: Lead, _ state: LeadState, _ now: Instant) -> [Problem] {
        var problems: [Problem] = []
        func add(_ field: String, _ message: Phrase, _ remedy: Phrase) {
            problems.append(Problem(field: field, message: message, remedy: remedy))
        }
        if state == .duplicate {
            add(
                "state", Phrase(zh: "重复的线索不导入", en: "a duplicate is not imported"),
                Phrase(
                    zh: "删去这一行；要保留痕迹，导入后执行 zs lead merge",
                    en: "delete the row; to keep a trace, import it as another state and zs lead merge it"))
        }
        if state == .assigned || state == .screening, owner == nil {
            add(
                "owner", Phrase(zh: "“\(state.name.zh)”的线索须有承办人", en: "a lead that is \(state.name.en) has an owner"),
                Phrase(zh: "填写承办人，或状态写“已登记”", en: "fill in the owner, or write 已登记 as its state"))
        }
        let isOpen = state.isOpen
        if isOpen, verdictAt != nil {
            add(
                "verdict_on",
                Phrase(zh: "“\(state.name.zh)”的线索没有结论日期", en: "a lead that is \(state.name.en) has no verdict"),
                Phrase(zh: "状态写明结论（跟进、培育、流转、放弃），或清空日期", en: "give the verdict as its state, or clear the date"))
        }
        if isOpen, feedbackAt != nil {
            add(
                "feedback_on", Phrase(zh: "没有结论就没有反馈", en: "feedback follows a verdict"),
                Phrase(zh: "状态写明结论，或清空日期", en: "give the verdict as its state, or clear the date"))
        }
        let moments = [
            ("assigned_on", assignedAt), ("responded_on", respondedAt), ("verdict_on", verdictAt),
            ("feedback_on", feedbackAt),
        ]
        for (field, moment) in moments {
            guard let moment, moment.date < lead.receivedOn else { continue }
            add(
                field, Phrase(zh: "早于接收日期 \(lead.receivedOn)", en: "before it was received, on \(lead.receivedOn)"),
                Phrase(zh: "改正其中一个日期", en: "correct one of the dates"))
        }
        if let feedbackAt, let verdictAt, feedbackAt < verdictAt {
            add(
                "feedback_on", Phrase(zh: "早于结论日期 \(verdictAt.date)", en: "before the verdict of \(verdictAt.date)"),
                Phrase(zh: "改正其中一个日期", en: "correct one of the dates"))
        }
        return problems
    }
}
