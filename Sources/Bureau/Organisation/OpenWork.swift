import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

/// What somebody still has in hand.
struct OpenWork {
    var leads: [Lead]
    var claims: [FirstTalkClaim]
    var projects: [Project]
    var directives: [Directive]
    var milestones: [Milestone]
    var enterprises: [Enterprise]

    /// The ids of each kind, by the name of the kind; kinds without any are left out.
    var ids: [(kind: String, name: Phrase, ids: [String])] {
        func list(_ ids: [some CustomStringConvertible]) -> [String] { ids.map(\.description) }
        return [
            ("leads", Phrase(zh: "线索", en: "leads"), list(leads.map(\.id))),
            ("claims", Phrase(zh: "首报首谈", en: "claims"), list(claims.map(\.id))),
            ("projects", Phrase(zh: "项目", en: "projects"), list(projects.map(\.id))),
            ("directives", Phrase(zh: "督办单", en: "directives"), list(directives.map(\.id))),
            ("milestones", Phrase(zh: "节点", en: "milestones"), list(milestones.map(\.id))),
            ("enterprises", Phrase(zh: "企业", en: "enterprises"), list(enterprises.map(\.id))),
        ].filter { !$0.2.isEmpty }
    }
}

extension Reading {
    func openWork(of officer: OfficerID) throws -> OpenWork {
        let owned: [LeadState] = [.assigned, .screening, .cultivated]
        let live = FirstTalkClaim.State.allCases.filter(\.isLive).map(\.rawValue)
        let standing = [ProjectStanding.active, .suspended].map(\.rawValue)
        let projects = try ["manager", "agent", "leader"].flatMap { role in
            try records(Project.self, RecordFilter([.equals(role, officer), .anyOf("standing", standing)]))
        }
        return OpenWork(
            leads: try records(
                Lead.self, RecordFilter([.equals("owner", officer), .anyOf("state", owned.map(\.rawValue))])
            ).map(\.record),
            claims: try records(
                FirstTalkClaim.self, RecordFilter([.equals("officer", officer), .anyOf("state", live)])
            ).map(\.record),
            projects: Dictionary(projects.map { ($0.record.id, $0.record) }) { $1 }.values.sorted { $0.id < $1.id },
            directives: try records(
                Directive.self,
                RecordFilter([.equals("addressee", officer), .equals("state", Directive.State.issued.rawValue)])
            ).map(\.record),
            milestones: try records(
                Milestone.self, RecordFilter([.equals("owner", officer), .isAbsent("done_on")])
            ).map(\.record),
            enterprises: try records(
                Enterprise.self, RecordFilter([.equals("owner", officer), .isAbsent("merged_into")])
            ).map(\.record))
    }
}

extension WriteContext {
    /// Hands everything that somebody who leaves has in hand to others, all with one reason: leads by the ladder of
    /// assignment, all else to the owner of its lead or the head of its unit; or everything to whom `name` says.
    ///
    /// - Throws: `incomplete` when there is open work and no reason, with the list of that work.
    func handOverWork(of officer: Officer, to name: String?, reason: String?, _ codes: CodeTables) throws -> [Change] {
        let work = try store.openWork(of: officer.id)
        if !work.ids.isEmpty {
            guard let reason, !reason.isEmpty else { throw Self.noReason(for: officer, work) }
        }
        let stub = try work.ids.isEmpty ? nil : reason.map { try store.keep(text: $0) }
        let handing = WorkHanding(
            context: self, leaver: officer.id,
            successor: try name.map { try Bureau.officer(named: $0, in: store.officers()).id })
        var changes: [Change] = []
        let desk = desk(codes)
        for lead in work.leads {
            // Loads change with each lead that is handed over; the one who leaves is no candidate any more.
            let ladder = try desk.ladder(for: lead, desk.loads())
            let decision = try handing.successor.map { try ladder.naming($0) } ?? ladder.decide()
            changes += try assign(lead, decision, keepsState: lead.state != .assigned, reason: stub).changes
        }
        return try changes + handing.records(work) + handing.clocks()
    }

    private static func noReason(for officer: Officer, _ work: OpenWork) -> ZhaoshangError {
        let zh = work.ids.map { "\($0.name.zh) \($0.ids.joined(separator: " "))" }.joined(separator: "；")
        let en = work.ids.map { "\($0.name.en) \($0.ids.joined(separator: " "))" }.joined(separator: "; ")
        var details: [String: ErrorDetail] = ["missing": .list(["reason"])]
        for (kind, _, ids) in work.ids { details[kind] = .list(ids) }
        return ZhaoshangError(
            .incomplete, zh: "缺少：事由。\(officer.id) 还有工作要移交：\(zh)",
            en: "missing: a reason. \(officer.id) still has work to hand over: \(en)",
            hint: Phrase(
                zh: "zs officer deactivate \(officer.id) --reason …",
                en: "zs officer deactivate \(officer.id) --reason …"),
            details: details)
    }
}

/// Everything but leads, from one pair of hands into others.
private struct WorkHanding {
    let context: WriteContext
    let leaver: OfficerID
    let successor: OfficerID?

    func records(_ work: OpenWork) throws -> [Change] {
        var changes: [Change] = []
        for claim in work.claims {
            var after = claim
            after.officer = try taker(of: claim)
            try context.record("claim.handed_on", claim, after)
            changes.append(change(claim.id, after.officer))
        }
        changes += try handOn(work.projects, \.unitID) { project, taker in
            func handed(_ officer: OfficerID?) -> OfficerID? { officer == leaver ? taker : officer }
            project.people.manager = handed(project.people.manager)
            project.people.agent = handed(project.people.agent)
            project.people.leader = handed(project.people.leader)
        }
        changes += try handOn(work.directives, \.unitID) { $0.addressee = $1 }
        changes += try handOn(work.milestones, \.unitID) { $0.owner = $1 }
        changes += try handOn(work.enterprises, \.unitID) { $0.owner = $1 }
        return changes
    }

    /// Each record to whoever takes the work of its unit.
    private func handOn<Record: PromotionRecord>(
        _ records: [Record], _ unit: (Record) -> UnitID, _ give: (inout Record, OfficerID) -> Void
    ) throws -> [Change] {
        try records.map { record in
            let taker = try taker(in: unit(record), of: record.id.description)
            var after = record
            give(&after, taker)
            try context.store.append("\(Record.noun).handed_on", before: record, after: after)
            return change(record.id, taker)
        }
    }

    /// Clocks that are still the leaver's: those of the records above, and what they have as head or supervisor.
    func clocks() throws -> [Change] {
        let pending: [ObligationStatus.State] = [.open, .returned]
        let left = try context.store.tasks(
            TaskFilter(subjects: [.officer(leaver)], states: pending, product: .clock, byDue: false))
        return try left.map { task in
            let taker = try taker(in: task.unit, of: task.source)
            try context.handOn(task, to: .officer(taker), unit: task.unit)
            return Change("\(task.id).subject", from: leaver.description, to: taker.description)
        }
    }

    private func change(_ id: some CustomStringConvertible, _ taker: OfficerID) -> Change {
        Change("\(id).owner", from: leaver.description, to: taker.description)
    }

    /// Whoever has the claim's lead now, where they are of its unit.
    private func taker(of claim: FirstTalkClaim) throws -> OfficerID {
        if successor == nil, let lead = try claim.lead.flatMap({ try context.store.record(Lead.self, $0) }),
            let owner = lead.owner, owner != leaver, context.tree.contains(lead.unitID, below: claim.unitID)
        {
            return owner
        }
        return try taker(in: claim.unitID, of: claim.id.description)
    }

    /// The head of the unit, else of the nearest one above.
    private func taker(in unit: UnitID, of source: String) throws -> OfficerID {
        if let successor { return successor }
        for place in context.tree.ancestors(of: unit) {
            if let head = try context.head(of: place), head != leaver { return head }
        }
        throw ZhaoshangError(
            .refused, zh: "没有负责人可接收 \(source)", en: "no head of a unit can take \(source)",
            hint: Phrase(
                zh: "指定接收人：zs officer deactivate \(leaver) to:O-… --reason …",
                en: "name somebody: zs officer deactivate \(leaver) to:O-… --reason …"))
    }
}
