import Identifiers
import Labels
import Promotion
import WorkCalendar

/// What assignment reads: leads, officers with their loads, owners, claims and rules, as of one transaction.
struct AssignmentDesk {
    let store: any Reading
    let calendar: WorkingDayCalendar
    let tree: UnitTree
    let today: CivilDate
    let circles: CircleTable?

    /// States in which a lead is somebody's work.
    static let openStates = [LeadState.assigned, .screening].map(\.rawValue)

    // MARK: Officers

    /// Everybody, by number, with open leads and the time of the last assignment.
    func loads() throws -> [OfficerLoad] {
        let open = try store.records(Lead.self, RecordFilter([.anyOf("state", Self.openStates), .isPresent("owner")]))
        var counts: [OfficerID: Int] = [:]
        for lead in open.compactMap(\.record.owner) { counts[lead, default: 0] += 1 }
        return try store.officers().map { officer in
            let unit = officer.active ? officer.unit(on: today) : nil
            return OfficerLoad(
                officer: officer, unit: unit, load: counts[officer.id] ?? 0,
                capacity: try officer.capacity ?? defaultCapacity(unit), lastAssigned: try lastAssigned(officer.id))
        }
    }

    private func defaultCapacity(_ unit: UnitID?) throws -> Int {
        Int(try store.setting("assignment.default_capacity", on: today, unit: unit, tree: tree)) ?? 0
    }

    private func lastAssigned(_ officer: OfficerID) throws -> Instant? {
        try store.records(
            Assignment.self, RecordFilter([.equals("officer", officer)], order: "at", descending: true, limit: 1)
        ).first?.record.at
    }

    // MARK: Leads

    /// - Parameter loads: as ``loads()`` gave them; conflicts with the lead's enterprise are added here.
    func ladder(for lead: Lead, _ loads: [OfficerLoad]) throws -> AssignmentLadder {
        let conflicted = try conflicted(with: lead)
        let officers = loads.map { load in
            var load = load
            load.isConflicted = conflicted.contains(load.id)
            return load
        }
        let tree = tree
        return AssignmentLadder(
            need: try need(of: lead), owners: try owners(of: lead), claim: try claim(on: lead),
            rules: try rules(for: lead.unitID), officers: officers, members: { tree.subtree(of: $0) },
            ancestors: { tree.ancestors(of: $0) })
    }

    func need(of lead: Lead) throws -> LeadNeed {
        let days = try store.number("lead.respond_days", on: today)
        let last = calendar.adding(workingDays: days, to: today) ?? today + days
        return LeadNeed(
            lead: lead.id, unit: lead.unitID, chain: lead.facts.chain, region: lead.facts.region,
            circles: lead.facts.region.flatMap { circles?.circle(ofDivision: $0)?.code }.map { [$0] } ?? [],
            amount: lead.facts.investment, isForeign: lead.facts.isForeign,
            language: lead.facts.country.flatMap { Self.languages[$0] }, window: today...last)
    }

    /// ISO 3166 → ISO 639 of the languages that officers are asked for.
    private static let languages = [
        "US": "en", "GB": "en", "SG": "en", "AU": "en", "CA": "en", "IN": "en", "IE": "en", "NZ": "en", "JP": "ja",
        "KR": "ko", "DE": "de", "AT": "de", "CH": "de", "FR": "fr", "IT": "it", "ES": "es", "MX": "es", "RU": "ru",
        "TH": "th", "VN": "vi", "ID": "id", "MY": "ms", "NL": "nl", "BR": "pt", "PT": "pt", "SA": "ar", "AE": "ar",
    ]

    /// Who works with the enterprise already, in the order of the latest work.
    private func owners(of lead: Lead) throws -> [AssignmentLadder.Owner] {
        guard let enterprise = lead.enterprise else { return [] }
        var owners: [AssignmentLadder.Owner] = []
        for (id, isOfGroup) in [(enterprise, false)] + (try group(of: enterprise).map { ($0, true) }) {
            let responsible = try store.record(Enterprise.self, id)?.owner.map { [$0] } ?? []
            for officer in try responsible + workers(with: id, beside: lead.id)
            where !owners.contains(where: { $0.officer == officer }) {
                owners.append(.init(officer: officer, isOfGroup: isOfGroup))
            }
        }
        return owners
    }

    /// The head of the group first, then its other enterprises by number.
    private func group(of id: EnterpriseID) throws -> [EnterpriseID] {
        guard let enterprise = try store.record(Enterprise.self, id) else { return [] }
        let head = enterprise.group ?? id
        let members = try store.records(Enterprise.self, RecordFilter([.equals("parent_group", head)]))
        return ([head] + members.map(\.record.id)).filter { $0 != id }
    }

    private func workers(with enterprise: EnterpriseID, beside lead: LeadID) throws -> [OfficerID] {
        let live: [LeadState] = [.assigned, .screening, .followed, .cultivated]
        let leads = try store.records(
            Lead.self,
            RecordFilter(
                [.equals("enterprise", enterprise), .anyOf("state", live.map(\.rawValue))], descending: true))
        let projects = try store.records(
            Project.self,
            RecordFilter([.equals("enterprise", enterprise), .equals("standing", "active")], descending: true))
        return projects.compactMap(\.record.people.manager)
            + leads.filter { $0.record.id != lead }.compactMap(\.record.owner)
    }

    private func claim(on lead: Lead) throws -> AssignmentLadder.Claim? {
        guard let enterprise = lead.enterprise else { return nil }
        let holding = [FirstTalkClaim.State.active, .extended].map(\.rawValue)
        return try store.records(
            FirstTalkClaim.self, RecordFilter([.equals("enterprise", enterprise), .anyOf("state", holding)])
        ).map(\.record).first { $0.chain == nil || lead.facts.chain == nil || $0.chain == lead.facts.chain }
            .map { .init(id: $0.id, unit: $0.unitID) }
    }

    // MARK: Settings

    func rules(for unit: UnitID) throws -> [AssignmentRule] {
        let text = try store.setting("assignment.rules", on: today, unit: unit, tree: tree)
        guard text != AssignmentSettings.derivedRules else {
            // Another bureau's task forces are no place for a lead of this one.
            let root = tree.ancestors(of: unit).last ?? unit
            return AssignmentRule.derived(from: tree.subtree(of: root).compactMap { tree.byID[$0] })
        }
        do throws(AssignmentRuleProblem) {
            return try AssignmentRule.table(text) { AssignmentSettings.unit($0, tree) }
        } catch {
            throw AssignmentSettings.problem(error)
        }
    }

    func weights(for unit: UnitID) throws -> AssignmentWeights {
        AssignmentWeights(try store.setting("assignment.weights", on: today, unit: unit, tree: tree))
            ?? AssignmentWeights()
    }

    private func conflicted(with lead: Lead) throws -> Set<OfficerID> {
        guard let enterprise = lead.enterprise else { return [] }
        let text = try store.setting("assignment.conflicts", on: today, unit: lead.unitID, tree: tree)
        return Set(AssignmentSettings.conflicts(text).filter { $0.enterprise == enterprise }.map(\.officer))
    }
}

extension ReadContext {
    func desk(_ bureau: Bureau) -> AssignmentDesk {
        AssignmentDesk(
            store: store, calendar: calendar, tree: tree, today: today, circles: bureau.shipped.codes.circles)
    }
}

extension WriteContext {
    func desk(_ codes: CodeTables) -> AssignmentDesk {
        AssignmentDesk(store: store, calendar: calendar, tree: tree, today: today, circles: codes.circles)
    }
}
