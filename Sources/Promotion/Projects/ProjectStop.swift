public import Identifiers
public import Labels
public import WorkCalendar

/// A project is put off, goes on, or is given up.
public struct ProjectStop: Hashable, Sendable {
    public var date: CivilDate
    public var now: Instant
    public var by: ActingPerson

    public init(date: CivilDate, now: Instant, by: ActingPerson) {
        self.date = date
        self.now = now
        self.by = by
    }

    public func suspended(
        _ project: Project, until review: CivilDate, reason: TextStub, policy: ProjectPolicy
    ) throws(ZhaoshangError) -> Project {
        try StageMachine.checkStanding(project, Phrase(zh: "不能暂缓", en: "cannot be suspended"))
        try StageMachine.checkDate(project, date, today: now.date)
        let latest = date.adding(months: policy.suspensionMonths)
        guard review > date, review <= latest else {
            throw ZhaoshangError(
                .refused, zh: "复查日须在 \(date) 之后、不晚于 \(latest)",
                en: "the review date has to be after \(date) and not later than \(latest)",
                hint: Phrase(zh: "例如：review:\(latest)", en: "for example: review:\(latest)"),
                details: ["review": .text(review.description), "latest": .text(latest.description)])
        }
        var after = project
        after.suspension = Suspension(from: date, reviewOn: review, reason: reason)
        after.steps.append(step(.suspended, project, reason))
        return after
    }

    public func resumed(_ project: Project, reason: TextStub?) throws(ZhaoshangError) -> Project {
        guard project.standing == .suspended else {
            throw ZhaoshangError(
                .refused, zh: "\(project.id) 没有暂缓", en: "\(project.id) is not suspended",
                hint: Phrase(zh: "查看：zs project show \(project.id)", en: "see: zs project show \(project.id)"))
        }
        try StageMachine.checkDate(project, date, today: now.date)
        var after = project
        after.suspension = nil
        after.steps.append(step(.resumed, project, reason))
        return after
    }

    public func terminated(
        _ project: Project, reason: TerminationReason, note: TextStub?, destination: String?
    ) throws(ZhaoshangError) -> Project {
        guard project.standing != .terminated, project.stage != .atCapacity else {
            throw ZhaoshangError(
                .refused, zh: "\(project.id) 已终止或已达产", en: "\(project.id) is terminated or at capacity already",
                hint: Phrase(zh: "查看：zs project show \(project.id)", en: "see: zs project show \(project.id)"))
        }
        try StageMachine.checkDate(project, date, today: now.date)
        if reason == .competitor, destination == nil {
            throw [
                MissingEvidence(
                    "destination", zh: "流向何地", en: "where the project went",
                    command: "zs project terminate \(project.id) competitor to:…")
            ].refusal(Phrase(zh: "\(project.id) 不能终止", en: "\(project.id) cannot be terminated"))
        }
        var after = project
        after.pending = nil
        after.suspension = nil
        after.termination = Termination(on: date, reason: reason, note: note, destination: destination)
        after.steps.append(step(.terminated, project, note))
        return after
    }

    private func step(_ kind: StageStep.Kind, _ project: Project, _ reason: TextStub?) -> StageStep {
        StageStep(
            kind: kind, from: project.stage, to: project.stage, date: date, recordedAt: now, by: by.by,
            onBehalf: by.onBehalf, unit: project.unitID, officer: project.people.manager, reason: reason)
    }
}

extension CivilDate {
    /// The same day some months later, or the last day of a shorter month.
    public func adding(months: Int) -> CivilDate {
        let index = year * 12 + (month - 1) + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        var last = day
        while last > 28 {
            if let date = CivilDate(year: newYear, month: newMonth, day: last) { return date }
            last -= 1
        }
        return CivilDate(year: newYear, month: newMonth, day: last) ?? self
    }
}
