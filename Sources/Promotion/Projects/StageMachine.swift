import Identifiers
public import Labels
public import WorkCalendar

/// The transitions of domain §7: which there are, what each needs, who may ask for it.
public struct StageMachine: Sendable {
    public var policy: ProjectPolicy

    public init(policy: ProjectPolicy = ProjectPolicy()) {
        self.policy = policy
    }

    /// Where a project may go from a stage by advancing.
    public static func next(after stage: Stage, kind: ProjectKind) -> [Stage] {
        switch stage {
        case .negotiating: [.reviewing]
        case .reviewing: [.approved, .negotiating]
        case .approved: [.signed]
        case .signed: [.landed]
        case .landed: kind.skipsConstruction ? [.producing, .started] : [.started]
        case .started: [.completed]
        case .completed: [.producing]
        case .producing: [.atCapacity]
        case .atCapacity: []
        }
    }

    /// Who may ask for a step to a stage.
    public static func capacity(for stage: Stage) -> StageAdvance.Capacity {
        switch stage {
        case .negotiating, .approved: .screener
        case .reviewing, .signed, .landed, .started, .completed, .producing, .atCapacity: .officer
        }
    }

    /// The project after the step, or with the step waiting for a second person. Throws one refusal that names
    /// everything missing.
    public func advance(_ dossier: ProjectDossier, _ act: StageAdvance) throws(ZhaoshangError) -> Project {
        let project = dossier.project
        try Self.checkPath(project, act.to, act.date, today: act.now.date)
        let missing = self.missing(dossier, act)
        guard missing.isEmpty else {
            throw missing.refusal(
                Phrase(
                    zh: "\(project.id) 不能进入“\(act.to.title.zh)”", en: "\(project.id) cannot become \(act.to.rawValue)"))
        }
        return try needsSecondPerson(act) ? second(project, act) : step(project, act)
    }

    /// What of a step is refused before its evidence is looked at.
    public static func checkPath(
        _ project: Project, _ to: Stage, _ date: CivilDate, today: CivilDate
    ) throws(ZhaoshangError) {
        try checkStanding(project, Phrase(zh: "不能推进", en: "cannot be moved"))
        let choices = next(after: project.stage, kind: project.kind)
        guard choices.contains(to) else { throw noTransition(project, to, choices) }
        try checkDate(project, date, today: today)
    }

    private func needsSecondPerson(_ act: StageAdvance) -> Bool {
        act.to == .signed || (act.to == .started && act.evidence.permit == nil)
    }

    // MARK: two people

    /// A signing, or a start shown by photographs: one enters it, a supervisor who is somebody else signs too.
    private func second(_ project: Project, _ act: StageAdvance) throws(ZhaoshangError) -> Project {
        if act.capacities.contains(.supervisor) {
            if let pending = project.pending, pending.to == act.to {
                if let same = act.by.shared(with: pending.requestedBy) { throw Self.samePerson(same) }
                return signed(project, act, pending)
            }
            if act.namesOfficer, let officer = act.officer {
                let named = ActingPerson(by: officer.description)
                if let same = act.by.shared(with: named) { throw Self.samePerson(same) }
                let pending = PendingAdvance(
                    to: act.to, date: act.date, requestedBy: named, requestedAt: act.now, officer: officer,
                    evidence: act.evidence.words)
                return signed(project, act, pending)
            }
            if !act.capacities.contains(.officer) {
                throw ZhaoshangError(
                    .refused, zh: "还没有经办人提交\(act.to.title.zh)",
                    en: "no officer has entered the step to \(act.to.rawValue)",
                    hint: Phrase(
                        zh: "由经办人执行，或写明经办人：zs project advance \(project.id) \(act.to.rawValue) by:O-…",
                        en: "the officer enters it, or name them: "
                            + "zs project advance \(project.id) \(act.to.rawValue) by:O-…"))
            }
        }
        if let pending = project.pending, pending.to == act.to, pending.date == act.date {
            throw ZhaoshangError(
                .refused, zh: "\(pending.requestedBy.principal) 已提交，等待督办会签",
                en: "\(pending.requestedBy.principal) has entered it; it waits for a supervisor",
                hint: Phrase(
                    zh: "由另一位督办执行：zs project advance \(project.id) \(act.to.rawValue)",
                    en: "a supervisor who is somebody else runs: zs project advance \(project.id) \(act.to.rawValue)"))
        }
        var after = project
        after.pending = PendingAdvance(
            to: act.to, date: act.date, requestedBy: act.by, requestedAt: act.now, officer: act.officer,
            evidence: act.evidence.words)
        return after
    }

    private func signed(_ project: Project, _ act: StageAdvance, _ pending: PendingAdvance) -> Project {
        var after = project
        after.pending = nil
        after.steps.append(
            StageStep(
                kind: .advanced, from: project.stage, to: act.to, date: pending.date, recordedAt: act.now,
                by: pending.requestedBy.by, onBehalf: pending.requestedBy.onBehalf, cosignedBy: act.by,
                unit: project.unitID, officer: pending.officer ?? project.people.manager, evidence: pending.evidence))
        after.stage = act.to
        return after
    }

    private func step(_ project: Project, _ act: StageAdvance) -> Project {
        var after = project
        after.pending = nil
        after.steps.append(
            StageStep(
                kind: act.to < project.stage ? .returned : .advanced, from: project.stage, to: act.to, date: act.date,
                recordedAt: act.now, by: act.by.by, onBehalf: act.by.onBehalf, unit: project.unitID,
                officer: act.officer ?? project.people.manager, evidence: act.evidence.words, reason: act.reason))
        after.stage = act.to
        return after
    }

    // MARK: refusals

    static func samePerson(_ name: String) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "须由两个人各自办理：\(name) 已办过前一步", en: "two people are needed: \(name) has already acted",
            hint: Phrase(
                zh: "由另一位督办用自己的登录办理；登记登录：zs officer edit O-… uid:…",
                en: "another supervisor acts under a login of their own; to record one: zs officer edit O-… uid:…"),
            details: ["person": .text(name)])
    }

    static func noTransition(_ project: Project, _ to: Stage, _ choices: [Stage]) -> ZhaoshangError {
        let list = choices.map(\.rawValue).joined(separator: ", ")
        let zhList = choices.map { "\($0.title.zh)（\($0.rawValue)）" }.joined(separator: "、")
        let back = to <= project.stage
        return ZhaoshangError(
            .refused, zh: "\(project.id) 在“\(project.stage.title.zh)”，不能直接到“\(to.title.zh)”",
            en: "\(project.id) is \(project.stage.rawValue) and cannot become \(to.rawValue)",
            hint: back
                ? Phrase(
                    zh: "退回须由督办更正：zs project correct \(project.id) \(to.rawValue) reason:…",
                    en: "going back is a supervisor's correction: "
                        + "zs project correct \(project.id) \(to.rawValue) reason:…")
                : Phrase(zh: "下一步：\(zhList.isEmpty ? "无" : zhList)", en: "next: \(list.isEmpty ? "none" : list)"),
            details: ["stage": .text(project.stage.rawValue), "next": .list(choices.map(\.rawValue))])
    }

    /// Nothing of the future, nothing before the step it follows.
    static func checkDate(_ project: Project, _ date: CivilDate, today: CivilDate) throws(ZhaoshangError) {
        if date > today {
            throw ZhaoshangError(
                .badDate, zh: "\(date) 还没有到", en: "\(date) is in the future",
                hint: Phrase(zh: "今天是 \(today)", en: "today is \(today)"), details: ["date": .text(date.description)])
        }
        guard let last = project.lastDate, date < last else { return }
        throw ZhaoshangError(
            .refused, zh: "\(date) 早于“\(project.stage.title.zh)”的 \(last)",
            en: "\(date) is before \(last), when \(project.id) became \(project.stage.rawValue)",
            hint: Phrase(
                zh: "日期不能早于上一阶段；上一阶段有误时：zs project correct \(project.id) \(project.stage.rawValue) date:… reason:…",
                en: "dates never decrease along the path; if the earlier one is wrong: "
                    + "zs project correct \(project.id) \(project.stage.rawValue) date:… reason:…"),
            details: ["date": .text(date.description), "not_before": .text(last.description)])
    }

    public static func checkStanding(_ project: Project, _ act: Phrase) throws(ZhaoshangError) {
        switch project.standing {
        case .active: return
        case .suspended:
            throw ZhaoshangError(
                .refused, zh: "\(project.id) 已暂缓，\(act.zh)", en: "\(project.id) is suspended and \(act.en)",
                hint: Phrase(zh: "恢复：zs project resume \(project.id)", en: "run: zs project resume \(project.id)"))
        case .terminated:
            throw ZhaoshangError(
                .refused, zh: "\(project.id) 已终止，\(act.zh)", en: "\(project.id) is terminated and \(act.en)",
                hint: Phrase(zh: "查看：zs project show \(project.id)", en: "see: zs project show \(project.id)"))
        }
    }
}
