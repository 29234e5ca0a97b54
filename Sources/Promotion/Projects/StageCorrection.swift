public import Identifiers
public import Labels
public import WorkCalendar

/// A supervisor puts right what the history says: a date, or a stage that was not reached.
public struct StageCorrection: Hashable, Sendable {
    public var to: Stage
    /// The right date of the stage.
    public var date: CivilDate?
    /// Later stages stay; only the date is wrong.
    public var keepsLater: Bool
    public var now: Instant
    public var by: ActingPerson
    public var reason: TextStub

    public init(
        to: Stage, date: CivilDate?, keepsLater: Bool = false, now: Instant, by: ActingPerson, reason: TextStub
    ) {
        self.to = to
        self.date = date
        self.keepsLater = keepsLater
        self.now = now
        self.by = by
        self.reason = reason
    }

    /// The steps that were wrong stay in the history as withdrawn; what the project counts for moves with it.
    public func applied(to project: Project) throws(ZhaoshangError) -> Project {
        guard project.termination == nil || to < .atCapacity,
            let index = project.steps.lastIndex(where: {
                $0.to == to && $0.reaches
            })
        else { throw neverReached(project) }
        guard to < project.stage || date != nil else { throw needsDate(project) }
        if let date, date > now.date {
            throw ZhaoshangError(
                .badDate, zh: "\(date) 还没有到", en: "\(date) is in the future",
                hint: Phrase(zh: "今天是 \(now.date)", en: "today is \(now.date)"))
        }
        var after = project
        let goesBack = to < project.stage && !keepsLater
        if goesBack {
            for later in after.steps.indices where later > index { after.steps[later].withdrawn = true }
            after.stage = to
            after.pending = nil
            after.suspension = nil
        }
        if let date {
            try checkOrder(project, index, date, goesBack: goesBack)
            after.steps[index].withdrawn = true
        }
        let original = project.steps[index]
        let step = StageStep(
            kind: .corrected, from: goesBack ? project.stage : original.from, to: to, date: date ?? original.date,
            recordedAt: now, by: by.by, onBehalf: by.onBehalf, unit: original.unit, officer: original.officer,
            evidence: original.evidence, reason: reason)
        after.steps.append(step)
        return after
    }

    private func checkOrder(
        _ project: Project, _ index: Int, _ date: CivilDate, goesBack: Bool
    ) throws(ZhaoshangError) {
        let original = project.steps[index]
        let standing = project.steps.enumerated().filter { !$0.element.withdrawn && $0.offset != index }
        let before = standing.filter { $0.element.to < original.to }.map(\.element.date).max()
        let after = goesBack ? nil : standing.filter { $0.element.to > original.to }.map(\.element.date).min()
        if let before, date < before { throw outOfOrder(date, before, isEarly: true) }
        if let after, date > after { throw outOfOrder(date, after, isEarly: false) }
    }

    private func outOfOrder(_ date: CivilDate, _ bound: CivilDate, isEarly: Bool) -> ZhaoshangError {
        ZhaoshangError(
            .refused,
            zh: isEarly ? "\(date) 早于上一阶段的 \(bound)" : "\(date) 晚于下一阶段的 \(bound)",
            en: isEarly
                ? "\(date) is before \(bound) of the stage before" : "\(date) is after \(bound) of the next stage",
            hint: Phrase(zh: "日期沿路径不减", en: "dates never decrease along the path"),
            details: ["date": .text(date.description), "bound": .text(bound.description)])
    }

    private func neverReached(_ project: Project) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "\(project.id) 没有到过“\(to.title.zh)”，无可更正",
            en: "\(project.id) never became \(to.rawValue): nothing to correct",
            hint: Phrase(zh: "查看：zs project show \(project.id)", en: "see: zs project show \(project.id)"))
    }

    private func needsDate(_ project: Project) -> ZhaoshangError {
        ZhaoshangError(
            .incomplete, zh: "更正当前阶段须写明日期，或写明退回到哪个阶段",
            en: "give the right date of \(to.rawValue), or the earlier stage to go back to",
            hint: Phrase(
                zh: "zs project correct \(project.id) \(to.rawValue) date:… reason:…",
                en: "zs project correct \(project.id) \(to.rawValue) date:… reason:…"),
            details: ["missing": .list(["date"])])
    }
}
