import Identifiers
import Promotion
import Reporting
import WorkCalendar

/// Projects under way with their lights, directives and campaigns, as of the last day of the report.
extension PipelineLoading {
    /// Projects whose lines are looked up; the others are shown without.
    private static let lineLimit = 200

    func loadCourses(into facts: inout PipelineFacts, kind: PeriodKind, asOf: Instant, next: CivilDate) throws {
        facts.courses = try courses(asOf: asOf, next: next)
        facts.directives = try directives()
        if kind >= .month {
            for stage in Stage.allCases { facts.reached[stage] = try projects(stage.facet, toDate) }
        }
        if kind == .quarter { facts.campaigns = try campaigns() }
    }

    private func courses(asOf: Instant, next: CivilDate) throws -> [ProjectCourse] {
        var found: [ProjectID: (project: Project, seq: Int64)] = [:]
        for filter in PipelineQuery.active(before: own.upperBound + 1, scope) {
            for row in try store.records(Project.self, filter) { found[row.record.id] = (row.record, row.lastSeq) }
        }
        guard !found.isEmpty else { return [] }
        let policy = try store.projectPolicy(on: own.upperBound)
        let day = min(own.upperBound, asOf.date)
        let dossiers = try store.dossiers(of: found.values.map(\.project).sorted { $0.id < $1.id })
            .map { $0.seen(on: own.upperBound) }
        var courses = dossiers.map { dossier in
            let light = ProjectLight(dossier, today: day, policy: policy)
            var fact = ProjectFact(
                dossier.project, seq: found[dossier.project.id]?.seq ?? 0, through: own.upperBound)
            fact.contract = Money(yuan: dossier.agreements.reduce(0) { $0 + $1.counted.yuan })
            fact.funds = dossier.verifiedFunds
            let milestones = dossier.milestones.filter { $0.doneOn == nil }.map {
                DueItem(id: $0.id.description, text: $0.text, dueOn: $0.dueOn)
            }
            let promises = dossier.commitments.compactMap { promise -> DueItem? in
                guard promise.state == .pending, let due = promise.dueOn else { return nil }
                return DueItem(id: promise.id.description, text: promise.text, dueOn: due)
            }
            return ProjectCourse(
                fact: fact, plannedTotal: dossier.project.facts.plannedTotal,
                suspended: dossier.project.standing(on: own.upperBound) == .suspended, light: light.colour,
                reasons: light.reasons,
                lastProgress: light.lastProgress,
                next: milestones.min { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) },
                due: (milestones + promises).filter { $0.dueOn <= next }
                    .sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) })
        }
        courses.sort {
            ($0.fact.major ? 0 : 1, -$0.light.weight, -$0.amount.yuan, $0.fact.id)
                < ($1.fact.major ? 0 : 1, -$1.light.weight, -$1.amount.yuan, $1.fact.id)
        }
        for index in courses.indices.prefix(Self.lineLimit) { try addLines(to: &courses[index]) }
        return courses
    }

    private func addLines(to course: inout ProjectCourse) throws {
        let lines = try store.entries(
            EntryFilter(dates: own, record: course.fact.id.description, includeAutomatic: false)
        ).sorted { ($0.entry.date, $0.seq) < ($1.entry.date, $1.seq) }.map(\.entry)
        func isBlocker(_ entry: Entry) -> Bool { !ProjectCourse.blockerTags.isDisjoint(with: entry.tags) }
        course.progress = lines.last { !isBlocker($0) }
        course.blocker = lines.last(where: isBlocker)
    }

    private func directives() throws -> [DirectiveFact] {
        let after = FacetValue.number(Instant(own.upperBound + 1, .midnight).milliseconds)
        let through = RecordFilter.Condition.beside(.between("issued_on", nil, .text(own.upperBound.description)))
        let units = RecordFilter.Condition.beside(.anyOf("unit", scope))
        let open = RecordFilter([
            .anyOf("state", [Directive.State.issued.rawValue, Directive.State.replied.rawValue]), through, units,
        ])
        let closedSince = RecordFilter([.between("closed_at", after, nil), through, units])
        return try [open, closedSince].flatMap { try store.records(Directive.self, $0) }
            .map { DirectiveFact($0.record, through: own.upperBound) }
            .sorted { ($0.dueOn, $0.id) < ($1.dueOn, $1.id) }
    }

    /// Those that touch the period. Each lead and each project counts once, for the first campaign.
    private func campaigns() throws -> [CampaignFact] {
        let found = try store.records(
            Campaign.self,
            RecordFilter([
                .between("until_on", .text(own.lowerBound.description), nil),
                .beside(.between("from_on", nil, .text(own.upperBound.description))), .beside(.anyOf("unit", scope)),
            ])
        ).map(\.record).sorted { ($0.from, $0.id) < ($1.from, $1.id) }
        var leads: Set<LeadID> = []
        var counted: Set<ProjectID> = []
        return try found.map { campaign in
            let own = campaign.leads.filter { leads.insert($0).inserted }
            let linked =
                own.isEmpty
                ? []
                : try store.records(Project.self, RecordFilter([.anyOf("lead", own)])).map { found in
                    ProjectFact(found.record, seq: found.lastSeq, through: self.own.upperBound)
                }
            let signed = try withMoney(
                linked.filter { $0.reached[.signed] != nil && counted.insert($0.id).inserted })
            return CampaignFact(
                campaign: campaign, leads: Int64(own.count), signed: Int64(signed.count),
                contract: Money(yuan: signed.reduce(0) { $0 + $1.contract.yuan }),
                funds: Money(yuan: signed.reduce(0) { $0 + $1.funds.yuan }))
        }
    }

    /// What the days of the report brought.
    func changes() throws -> [DayChange] {
        var changes = try store.records(Lead.self, PipelineQuery.leads("received_on", own, scope)).map {
            DayChange(
                id: $0.record.id.description, kind: .lead, name: $0.record.title, unit: $0.record.sourceUnit,
                amount: $0.record.facts.investment)
        }
        for stage in Stage.allCases {
            changes += try projects(stage.facet, own).map {
                DayChange(id: $0.id.description, kind: .stage(stage), name: $0.name, unit: $0.unit)
            }
        }
        let units = RecordFilter.Condition.beside(.anyOf("unit", scope))
        changes += try store.records(Agreement.self, RecordFilter([.dates("signed_on", own), units]))
            .filter { $0.record.voiding == nil }.map {
                DayChange(
                    id: $0.record.id.description, kind: .agreement, name: nil, unit: $0.record.unitID,
                    amount: $0.record.amount)
            }
        changes += try store.records(Funds.self, RecordFilter([.dates("arrived_on", own), units])).map {
            DayChange(
                id: $0.record.id.description, kind: .funds($0.record.state), name: nil, unit: $0.record.unitID,
                amount: $0.record.signedAmount)
        }
        return changes
    }
}

extension ProjectLight.Colour {
    fileprivate var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ProjectDossier {
    /// As it was on a day: what took effect later is left out.
    func seen(on day: CivilDate) -> ProjectDossier {
        var seen = self
        seen.project.steps = project.steps.filter { $0.date <= day }
        seen.project.stage = project.stage(on: day) ?? project.stage
        if let end = project.termination, end.on > day { seen.project.termination = nil }
        seen.reviews = reviews.filter { $0.date <= day }
        seen.agreements = agreements.filter { $0.signedOn <= day }
        seen.funds = funds.filter { $0.arrivedOn <= day }
        for index in seen.milestones.indices where seen.milestones[index].doneOn.map({ $0 > day }) ?? false {
            seen.milestones[index].doneOn = nil
        }
        for index in seen.commitments.indices where seen.commitments[index].settledOn.map({ $0 > day }) ?? false {
            seen.commitments[index].state = .pending
            seen.commitments[index].settledOn = nil
        }
        return seen
    }
}
