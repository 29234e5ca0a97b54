import Labels

extension StageMachine {
    /// Everything that the step still needs, in the order of domain §7.
    public func missing(_ dossier: ProjectDossier, _ act: StageAdvance) -> [MissingEvidence] {
        let who = missingCapacity(dossier.project, act)
        switch act.to {
        case .negotiating: return who + missingConditions(dossier, act)
        case .reviewing: return who + missingFacts(dossier)
        case .approved: return who + missingReviews(dossier)
        case .signed: return who + missingForSigning(dossier, act)
        case .landed: return who + missingForLanding(dossier.project, act)
        case .started: return who + missingForStart(dossier.project, act)
        case .completed:
            return who
                + (act.evidence.acceptance == nil
                    ? [
                        MissingEvidence(
                            "acceptance", zh: "竣工验收", en: "acceptance of the works",
                            command: "zs project advance \(dossier.project.id) completed acceptance:…")
                    ] : [])
        // The date of trial production is the date of the step.
        case .producing: return who
        case .atCapacity: return who + missingForCapacity(dossier.project, act)
        }
    }

    private func missingCapacity(_ project: Project, _ act: StageAdvance) -> [MissingEvidence] {
        let needed = Self.capacity(for: act.to)
        let cosigns = act.capacities.contains(.supervisor) && (act.to == .signed || act.to == .started)
        guard !act.capacities.contains(needed), !cosigns else { return [] }
        let role = needed == .screener ? Phrase(zh: "研判", en: "a screener") : Phrase(zh: "经办人", en: "an officer")
        return [
            MissingEvidence(
                "role.\(needed.rawValue)", zh: "须由\(role.zh)执行", en: "\(role.en) has to do it",
                command: "zs --as O-… project advance \(project.id) \(act.to.rawValue)")
        ]
    }

    private func missingConditions(_ dossier: ProjectDossier, _ act: StageAdvance) -> [MissingEvidence] {
        let id = dossier.project.id
        guard act.reason == nil, !dossier.reviews.contains(where: { $0.result == .returned && $0.conditions != nil })
        else { return [] }
        return [
            MissingEvidence(
                "conditions", zh: "退回的条件", en: "the conditions of the return",
                command: "zs project advance \(id) negotiating reason:…")
        ]
    }

    private func missingFacts(_ dossier: ProjectDossier) -> [MissingEvidence] {
        let project = dossier.project
        let facts = project.facts
        var missing: [MissingEvidence] = []
        func need(_ present: Bool, _ code: String, _ zh: String, _ en: String, _ words: String) {
            guard !present else { return }
            missing.append(
                MissingEvidence(code, zh: zh, en: en, command: "zs project edit \(project.id) \(words)"))
        }
        need(
            project.enterprise != nil || !project.investors.isEmpty, "investor", "投资方", "the investor",
            "investor:…")
        need(facts.plannedTotal != nil, "planned_total", "计划总投资", "the planned total", "amount:…")
        need(facts.land != nil, "land", "用地（亩）", "land in mu", "land:…")
        need(facts.energy != nil, "energy", "能耗（吨标煤）", "energy in tonnes of coal equivalent", "energy:…")
        need(facts.environment != nil, "environment", "环境影响", "the environmental facts", "environment:…")
        if project.lead == nil, dossier.result(of: .preliminary) != .passed {
            missing.append(
                MissingEvidence(
                    "screening", zh: "研判或初审", en: "a screening or preliminary review",
                    command: "zs project review \(project.id) preliminary passed"))
        }
        need(
            !policy.isMajor(facts) || project.people.leader != nil, "leader", "挂帅领导（重大项目）",
            "a leader in charge (major project)", "leader:O-…")
        return missing
    }

    private func missingReviews(_ dossier: ProjectDossier) -> [MissingEvidence] {
        let total = dossier.project.facts.plannedTotal ?? .zero
        return policy.bodies(for: total).filter { dossier.result(of: $0) != .passed }.map { body in
            MissingEvidence(
                "review.\(body.rawValue)", zh: "\(body.title.zh)通过", en: "passed by the \(body.title.en)",
                command: "zs project review \(dossier.project.id) \(body.rawValue) passed")
        }
    }

    private func missingForSigning(_ dossier: ProjectDossier, _ act: StageAdvance) -> [MissingEvidence] {
        let id = dossier.project.id
        var missing: [MissingEvidence] = []
        let date = dossier.project.pending.map { $0.to == .signed ? $0.date : act.date } ?? act.date
        if !dossier.formalAgreements.contains(where: { $0.signedOn <= date }) {
            missing.append(
                MissingEvidence(
                    "agreement.formal", zh: "正式协议（签订日不晚于 \(date)）", en: "a formal agreement signed by \(date)",
                    command: "zs agreement add \(id) formal amount:… date:\(date)"))
        }
        for commitment in dossier.commitments
        where commitment.category.needsFairCompetition && commitment.state != .voided
            && commitment.fairCompetition != .passed
        {
            missing.append(
                MissingEvidence(
                    "fair_competition.\(commitment.id)", zh: "\(commitment.id) 的公平竞争审查",
                    en: "the fair-competition review of \(commitment.id)",
                    command: "zs project review \(id) fairCompetition passed commitment:\(commitment.id)"))
        }
        return missing
    }

    private func missingForLanding(_ project: Project, _ act: StageAdvance) -> [MissingEvidence] {
        guard project.localCode == nil, act.evidence.deed == nil else { return [] }
        return [
            MissingEvidence(
                "local_enterprise", zh: "本地企业（有效的统一社会信用代码）或土地证、租赁合同",
                en: "a local enterprise with a valid USCC, or a land deed or lease",
                command: "zs project advance \(project.id) landed local:E-…|uscc:…|deed:…")
        ]
    }

    private func missingForStart(_ project: Project, _ act: StageAdvance) -> [MissingEvidence] {
        if let pending = project.pending, pending.to == .started { return [] }
        guard act.evidence.permit == nil, act.evidence.photos == nil else { return [] }
        return [
            MissingEvidence(
                "permit", zh: "施工许可证，或现场照片加督办确认",
                en: "a construction permit, or site photographs with a supervisor's confirmation",
                command: "zs project advance \(project.id) started permit:…|photos:…")
        ]
    }

    private func missingForCapacity(_ project: Project, _ act: StageAdvance) -> [MissingEvidence] {
        func reaches(_ actual: Money?, _ planned: Money?) -> Bool {
            guard let actual, let planned, planned > .zero else { return false }
            return Int128(actual.yuan) * 100 >= Int128(planned.yuan) * Int128(policy.capacityPercent)
        }
        guard !reaches(act.evidence.output, project.facts.output), !reaches(act.evidence.tax, project.facts.tax) else {
            return []
        }
        var missing = [
            MissingEvidence(
                "capacity", zh: "近 12 个月产值或税收达到计划的 \(policy.capacityPercent)%",
                en: "output or tax of 12 months at \(policy.capacityPercent)% of the plan",
                command: "zs project advance \(project.id) atCapacity output:…|tax:…")
        ]
        if project.facts.output == nil, project.facts.tax == nil {
            missing.append(
                MissingEvidence(
                    "plan", zh: "计划产值或税收", en: "the planned output or tax",
                    command: "zs project edit \(project.id) output:…"))
        }
        return missing
    }
}
