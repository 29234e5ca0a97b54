import Bureau
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var projects: [Endpoint] { projectReads + projectWrites }

    private var projectReads: [Endpoint] {
        [
            endpoint(Routes.projectList) { call, caller in
                ProjectsDocument(
                    projects: try await bureau.listProjects(call.words, caller: caller).map(\.summary))
            },
            endpoint(Routes.projectShow) { call, caller in
                ProjectDocument(
                    project: ProjectRecord(try await bureau.showProject(call.parameter("id"), caller: caller)))
            },
            endpoint(Routes.projectBrief) { call, caller in
                ReportDocument(try await bureau.briefProject(call.parameter("id"), caller: caller))
            },
            endpoint(Routes.agreementList) { call, caller in
                AgreementsDocument(agreements: try await bureau.listAgreements(call.words, caller: caller).map(\.wire))
            },
            endpoint(Routes.fundsList) { call, caller in
                FundsListDocument(funds: try await bureau.listFunds(call.words, caller: caller).map(\.wire))
            },
            endpoint(Routes.commitmentList) { call, caller in
                CommitmentsDocument(
                    commitments: try await bureau.listCommitments(call.words, caller: caller).map(\.wire))
            },
            endpoint(Routes.milestoneList) { call, caller in
                MilestonesDocument(milestones: try await bureau.listMilestones(call.words, caller: caller).map(\.wire))
            },
            endpoint(Routes.directiveList) { call, caller in
                DirectivesDocument(directives: try await bureau.listDirectives(call.words, caller: caller).map(\.wire))
            },
            endpoint(Routes.campaignList) { call, caller in
                CampaignsDocument(campaigns: try await bureau.listCampaigns(call.words, caller: caller).map(\.wire))
            },
        ]
    }

    private var projectWrites: [Endpoint] {
        [
            write(Routes.projectAdd, Bureau.addProject),
            write(Routes.projectEdit, Bureau.editProject),
            write(Routes.projectAdvance, Bureau.advanceProject),
            write(Routes.projectReview, Bureau.reviewProject),
            write(Routes.projectCorrect, Bureau.correctProject),
            write(Routes.projectSuspend, Bureau.suspendProject),
            write(Routes.projectResume, Bureau.resumeProject),
            write(Routes.projectTerminate, Bureau.terminateProject),
            write(Routes.projectDecline, Bureau.declineProject),
            write(Routes.agreementVoid, Bureau.voidAgreement),
            write(Routes.agreementAdd, Bureau.addAgreement),
            write(Routes.fundsAdd, Bureau.addFunds),
            write(Routes.fundsVerify, Bureau.verifyFunds),
            write(Routes.fundsReject, Bureau.rejectFunds),
            write(Routes.commitmentAdd, Bureau.addCommitment),
            write(Routes.commitmentFulfil, Bureau.fulfilCommitment),
            write(Routes.milestoneAdd, Bureau.addMilestone),
            write(Routes.milestoneDone, Bureau.finishMilestone),
            write(Routes.directiveIssue, Bureau.issueDirective),
            write(Routes.directiveReply, Bureau.replyDirective),
            write(Routes.directiveClose, Bureau.closeDirective),
            write(Routes.campaignPlan, Bureau.planCampaign),
            write(Routes.campaignClose, Bureau.closeCampaign),
        ]
    }
}

extension RecordView {
    /// Id and fields by name.
    var wire: [String: WireValue] {
        var values: [String: WireValue] = ["id": .text(id)]
        for (name, value) in fields {
            switch value {
            case .text(let text): values[name] = .text(text)
            case .number(let number): values[name] = .integer(number)
            }
        }
        return values
    }
}

extension ProjectView {
    /// The single values of a project.
    var values: [String: WireValue] {
        var values = record.wire
        values["credit"] = nil
        values["major"] = .flag(project.major)
        values["contract_value"] = .integer(project.contractValue.yuan)
        values["funds_verified"] = .integer(dossier.verifiedFunds.yuan)
        values["funds_stated"] = .integer(dossier.statedFunds.yuan)
        values["light"] = .text(light.colour.rawValue)
        if light.proposesRemoval { values["proposes_removal"] = .flag(true) }
        values["last_progress"] = light.lastProgress.map { .text($0.description) }
        switch project.standing {
        case .active: break
        case .suspended, .terminated: values["stage"] = .text(project.standing.rawValue)
        }
        values["path_stage"] = .text(project.stage.rawValue)
        return values
    }

    var summary: [String: WireValue] {
        var values = values
        if !flags.isEmpty { values["flags"] = .list(flags.map(\.kind.rawValue)) }
        return values
    }
}

extension ProjectRecord {
    init(_ view: ProjectView) {
        var values = view.values
        if !view.light.reasons.isEmpty {
            values["light_reasons_zh"] = .list(view.light.reasons.map(\.zh))
            values["light_reasons_en"] = .list(view.light.reasons.map(\.en))
        }
        self.init(
            values: values,
            credit: view.project.effectiveCredit.map {
                ProjectCredit(unit: $0.unit.description, percent: $0.percent)
            },
            history: view.project.steps.map { ProjectStep($0, view.texts) },
            flags: view.flags.map { ProjectFlag(kind: $0.kind.rawValue, evidence: $0.evidence) },
            reviews: view.reviews.map(\.wire), agreements: view.agreements.map(\.wire), funds: view.funds.map(\.wire),
            commitments: view.commitments.map(\.wire), milestones: view.milestones.map(\.wire))
    }
}

extension ProjectStep {
    init(_ step: StageStep, _ texts: [Int64: String]) {
        let to =
            switch step.kind {
            case .suspended, .terminated, .cosignDeclined: step.kind.rawValue
            case .entered, .advanced, .returned, .corrected, .resumed: step.to.rawValue
            }
        self.init(
            kind: step.kind.rawValue, from: step.kind == .resumed ? "suspended" : step.from?.rawValue, to: to,
            effectiveOn: step.date.description, recordedAt: step.recordedAt.iso8601, by: step.by,
            onBehalf: step.onBehalf, cosignedBy: step.cosignedBy?.principal,
            evidence: step.evidence.isEmpty ? nil : step.evidence,
            reason: step.reason.flatMap { texts[$0.id] }, withdrawn: step.withdrawn ? true : nil)
    }
}
