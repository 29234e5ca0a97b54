import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var leads: [Endpoint] {
        [
            endpoint(Routes.leadList) { call, caller in
                let views = try await bureau.listLeads(call.words, caller: caller)
                return LeadsDocument(leads: views.map { LeadRecord($0, call.language) })
            },
            endpoint(Routes.leadShow) { call, caller in
                let file = try await bureau.showLead(call.parameter("id"), caller: caller)
                return LeadDocument(
                    lead: LeadRecord(file.view, call.language),
                    screenings: file.screenings.map { ScreeningRecord($0, call.language) },
                    lines: file.lines.map { EntryRecord($0, call.language) },
                    history: try await bureau.historyRecords(file.view.lead.id.description, caller))
            },
            write(Routes.leadAdd, Bureau.addLead),
            write(Routes.leadEdit, Bureau.editLead),
            write(Routes.leadScreen, Bureau.screenLead),
            write(Routes.leadNote, Bureau.noteLead),
            write(Routes.leadTransfer, Bureau.transferLead),
            write(Routes.leadMerge, Bureau.mergeLead),
            write(Routes.leadUnmerge, Bureau.unmergeLead),
            write(Routes.leadReopen, Bureau.reopenLead),
        ]
    }
}

extension LeadRecord {
    init(_ view: LeadView, _ language: Language) {
        let lead = view.lead
        self.init(
            id: lead.id.description, title: view.title, state: lead.state.rawValue, source: lead.source.rawValue,
            unit: lead.unitID.description, receivedAt: lead.receivedAt.iso8601,
            missing: lead.missingFacts.map(\.rawValue),
            clocks: view.clocks.map { ClockRecord($0) })
        introducer = view.introducer
        owner = lead.owner?.description
        ownerName = view.ownerName?[language]
        unitName = view.unitName[language]
        sourceUnit = lead.sourceUnit == lead.unitID ? nil : lead.sourceUnit.description
        enterprise = lead.enterprise?.description
        investor = view.enterpriseName ?? view.investor
        setFacts(lead.facts)
        tier = lead.tier?.rawValue
        expert = lead.needsExpert ? true : nil
        setCourse(lead.course)
        project = lead.project?.description
        duplicateOf = lead.duplicateOf?.description
        destination = view.destination
        reassignmentProposed = view.isReassignmentProposed ? true : nil
    }

    private mutating func setFacts(_ facts: LeadFacts) {
        industry = facts.industry
        chain = facts.chain
        region = facts.region
        country = facts.country
        estimatedInvestment = facts.investment?.yuan
        foreignAmount = facts.foreign?.description
        land = facts.land.map(LandArea.text)
        energy = facts.energy
        output = facts.output?.yuan
        tax = facts.tax?.yuan
        jobs = facts.jobs
    }

    private mutating func setCourse(_ course: LeadCourse) {
        importedAt = course.importedAt?.iso8601
        assignedAt = course.assignedAt?.iso8601
        firstContactAt = course.firstContactAt?.iso8601
        screeningSince = course.screeningSince?.iso8601
        verdict = course.verdict?.rawValue
        verdictAt = course.verdictAt?.iso8601
        feedbackAt = course.feedbackAt?.iso8601
        progressAt = course.progressAt?.iso8601
    }
}

extension ClockRecord {
    init(_ view: TaskView) {
        self.init(
            task: view.task.id.description, name: view.task.occurrence, dueAt: view.task.dueAt.iso8601,
            state: view.task.status.state.rawValue, provisional: view.task.provisional, overdueLevel: view.overdueLevel)
    }
}

extension ScreeningRecord {
    init(_ view: ScreeningView, _ language: Language) {
        let screening = view.screening
        self.init(
            id: screening.id.description, officer: screening.officer.description,
            officerName: view.officerName[language],
            at: screening.at.iso8601, scores: screening.card.scores, weights: screening.card.weights,
            score: screening.card.score.decimalValue, scoreText: screening.card.score.percentNumber(decimals: 1),
            vetoes: screening.vetoes.map(\.rawValue), verdict: screening.verdict.rawValue, reason: view.reason,
            nextStep: view.nextStep, nextStepOn: screening.nextStepOn?.description)
    }
}
