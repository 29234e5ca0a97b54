import Cadence
import Identifiers
import Promotion
import Reporting
import WorkCalendar

/// The store → the records of the pipeline that a report looks at one by one. Every list is bounded by the period or the
/// year by an index, so that it costs no more after ten years than after one.
struct PipelineLoading {
    let store: any Reading
    let calendar: WorkingDayCalendar
    let scope: [UnitID]
    let own: ClosedRange<CivilDate>
    let toDate: ClosedRange<CivilDate>
    /// What went into fixed assets (K15).
    let fixedComponents: Set<FundsComponent>

    init(_ store: any Reading, calendar: WorkingDayCalendar, scope: [UnitID], facts: ReportFacts) throws {
        self.store = store
        self.calendar = calendar
        self.scope = scope
        own = facts.days
        toDate = min(facts.daysToDate.lowerBound, facts.days.lowerBound)...facts.days.upperBound
        let words = try store.setting("investment.fixed_components", on: facts.days.upperBound)
        fixedComponents = Set(words.split(separator: " ").compactMap { FundsComponent(rawValue: String($0)) })
    }

    func facts(asOf: Instant) throws -> PipelineFacts {
        var facts = PipelineFacts()
        try loadLeads(into: &facts, asOf: asOf)
        facts.signed = try withMoney(projects(Stage.signed.facet, toDate))
        facts.started = try started()
        facts.entered = try projects(Stage.negotiating.facet, own)
        facts.lost = try projects("terminated_on", own)
        facts.activeBefore = try activeBefore()
        facts.commitments = try commitments()
        return facts
    }

    func projects(_ facet: String, _ dates: ClosedRange<CivilDate>) throws -> [ProjectFact] {
        try store.records(Project.self, PipelineQuery.projects(facet, dates, scope)).map {
            ProjectFact($0.record, seq: $0.lastSeq, through: own.upperBound)
        }
    }

    /// Those that need no construction started when they began to produce.
    private func started() throws -> [ProjectFact] {
        let built = try projects(Stage.started.facet, toDate)
        let lean = try store.records(Project.self, PipelineQuery.lean(toDate, scope)).map {
            ProjectFact($0.record, seq: $0.lastSeq, through: own.upperBound)
        }
        return built + lean
    }

    /// The same projects with their contracts and verified funds up to the end of the period.
    func withMoney(_ projects: [ProjectFact]) throws -> [ProjectFact] {
        guard !projects.isEmpty else { return [] }
        let ids = projects.map(\.id)
        var contract: [ProjectID: Int64] = [:]
        for found in try store.records(Agreement.self, PipelineQuery.agreements(ids, through: own.upperBound)) {
            contract[found.record.project, default: 0] += found.record.counted.yuan
        }
        var funds: [ProjectID: Int64] = [:]
        var fixed: [ProjectID: Int64] = [:]
        for found in try store.records(Funds.self, PipelineQuery.funds(ids, through: own.upperBound)) {
            let amount = found.record.signedAmount.yuan
            funds[found.record.project, default: 0] += amount
            if fixedComponents.contains(found.record.component) { fixed[found.record.project, default: 0] += amount }
        }
        return projects.map { project in
            var project = project
            project.contract = Money(yuan: contract[project.id] ?? 0)
            project.funds = Money(yuan: funds[project.id] ?? 0)
            project.fixedFunds = Money(yuan: fixed[project.id] ?? 0)
            return project
        }
    }

    /// On the day before the period: entered, not terminated, not at capacity. Counted from those that are so now and
    /// those that ceased to be since, so that what ended long ago is not looked at.
    private func activeBefore() throws -> Int {
        try PipelineQuery.active(before: own.lowerBound, scope).reduce(0) {
            $0 + (try store.recordCount(Project.self, $1))
        }
    }

    /// Due in the period or settled in it; kept promises, and broken ones. A condition that is not met excuses.
    private func commitments() throws -> [JudgedFact] {
        let day = own.upperBound
        let kept = try store.records(Commitment.self, PipelineQuery.settledCommitments(own, scope))
        let due = try store.records(Commitment.self, PipelineQuery.dueCommitments(own, scope))
        var facts = kept.map {
            JudgedFact(
                id: $0.record.id.description, seq: $0.lastSeq, date: $0.record.settledOn ?? day, counts: true)
        }
        let counted = Set(kept.map(\.record.id))
        for found in due where !counted.contains(found.record.id) {
            guard let dueOn = found.record.dueOn, try !wasExcused(found.record, by: day) else { continue }
            // Settled by the end of the period, or broken; on its own day it is not broken yet.
            let settled = found.record.state == .fulfilled && found.record.settledOn.map { $0 <= day } ?? false
            guard settled || dueOn < day else { continue }
            facts.append(
                JudgedFact(id: found.record.id.description, seq: found.lastSeq, date: dueOn, counts: settled))
        }
        return facts.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    /// Voided, or its condition was not met. That a condition is not met has no day of its own but that of its record.
    private func wasExcused(_ promise: Commitment, by day: CivilDate) throws -> Bool {
        switch promise.state {
        case .pending, .fulfilled: return false
        case .voided: return promise.settledOn.map { $0 <= day } ?? true
        case .conditionNotMet:
            return try store.record(promise.id, of: Commitment.self, knownOn: day)?.state == .conditionNotMet
        }
    }
}
