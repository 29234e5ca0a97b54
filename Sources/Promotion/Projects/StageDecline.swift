public import Identifiers
public import Labels
public import WorkCalendar

/// The second person does not sign: a step that waits for a supervisor comes to nothing.
public struct StageDecline: Hashable, Sendable {
    /// The stage that is declined; nil: whichever waits.
    public var to: Stage?
    public var now: Instant
    public var by: ActingPerson
    public var reason: TextStub

    public init(to: Stage? = nil, now: Instant, by: ActingPerson, reason: TextStub) {
        self.to = to
        self.now = now
        self.by = by
        self.reason = reason
    }

    /// The step stays in the history as withdrawn, with both people; the project stays where it was, counts for nothing
    /// new, and its next date is as free as before.
    public func applied(to project: Project) throws(ZhaoshangError) -> Project {
        guard let pending = project.pending, to == nil || to == pending.to else {
            throw ZhaoshangError(
                .refused, zh: "\(project.id) 没有等待会签的阶段", en: "no step of \(project.id) waits for a second person",
                hint: Phrase(zh: "查看：zs project show \(project.id)", en: "see: zs project show \(project.id)"))
        }
        if let same = by.shared(with: pending.requestedBy) {
            throw ZhaoshangError(
                .refused, zh: "须由两个人：\(same) 已经办，不能自行驳回",
                en: "two people are needed: \(same) entered it and cannot decline it",
                hint: Phrase(zh: "刚提交的可撤销：zs undo", en: "what you have just entered goes with: zs undo"),
                details: ["person": .text(same)])
        }
        var after = project
        after.pending = nil
        after.steps.append(
            StageStep(
                kind: .cosignDeclined, from: project.stage, to: pending.to, date: pending.date, recordedAt: now,
                by: pending.requestedBy.by, onBehalf: pending.requestedBy.onBehalf, cosignedBy: by,
                unit: project.unitID, officer: pending.officer ?? project.people.manager, evidence: pending.evidence,
                reason: reason, withdrawn: true))
        return after
    }
}
