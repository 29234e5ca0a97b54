public import Identifiers
import Labels
public import Promotion
public import WorkCalendar

/// A decision with the names of those it is about.
public struct AssignmentView: Sendable {
    public var lead: LeadID
    public var officer: OfficerID
    public var unit: UnitID
    public var step: Assignment.Step
    public var rule: String?
    public var alarm: Bool
    public var candidates: [AssignmentCandidate]
    public var terms: [AssignmentTerm]
    /// Absent for a decision that was only simulated.
    public var assignment: Assignment?
    /// What somebody gave as the reason; nil once erased.
    public var reason: String?
    public var officers: [OfficerID: Officer]
}

/// Loads of a unit's officers, and how evenly leads went to them.
public struct FairnessView: Sendable {
    public var unit: UnitID
    public var dates: ClosedRange<CivilDate>
    public var fairness: LoadFairness
    public var officers: [OfficerID: Officer]
}

extension Bureau {
    /// `zs assign simulate L-7`: what `lead assign` would do, and why; writes nothing.
    public func simulateAssignment(_ text: String, caller: Caller) async throws -> AssignmentView {
        try await read(caller) { context in
            let lead = try LeadNaming.lead(text, context.store)
            try context.authorise("assign.simulate", .unit(lead.unitID))
            let desk = context.desk(self)
            let decision = try desk.ladder(for: lead, desk.loads()).decide()
            return AssignmentView(
                lead: lead.id, officer: decision.officer, unit: decision.unit, step: decision.step,
                rule: decision.rule, alarm: decision.alarm, candidates: decision.candidates, terms: [],
                assignment: nil, reason: nil, officers: try Self.officersByID(context.store))
        }
    }

    /// `zs assign explain L-7`: the newest decision about a lead, or one by its own id, as it was stored.
    public func explainAssignment(_ text: String, caller: Caller) async throws -> AssignmentView {
        try await read(caller) { context in
            let made: Assignment
            if text.uppercased().hasPrefix("Z"), let id = AssignmentID(text) {
                guard let found = try context.store.record(Assignment.self, id) else { throw Self.neverAssigned(text) }
                made = found
            } else {
                let lead = try LeadNaming.lead(text, context.store)
                let newest = try context.store.records(
                    Assignment.self, RecordFilter([.equals("lead", lead.id)], descending: true, limit: 1)
                ).first?.record
                guard let newest else { throw Self.neverAssigned(lead.id.description) }
                made = newest
            }
            try context.authorise("assign.explain", .unit(made.unitID))
            var view = AssignmentView(made, try Self.officersByID(context.store))
            view.reason = try made.reason.flatMap { try context.store.text($0.id) }
            return view
        }
    }

    /// `zs assign fairness [unit:U] [days:30]`.
    public func assignmentFairness(_ words: CommandWords, caller: Caller) async throws -> FairnessView {
        try await read(caller) { context in
            let keyed = try KeyedWords(
                words, keys: ["unit": "unit", "机构": "unit", "days": "days", "天数": "days"], allowPlain: false)
            let unit: UnitID
            if let named = keyed.value("unit") {
                unit = try Self.unit(named: named, in: context.tree).id
                try context.authorise("assign.fairness", .unit(unit))
            } else {
                unit = try context.scope("assign.fairness")
            }
            let days = keyed.value("days") ?? "30"
            guard let count = Int(days), (1...3660).contains(count) else {
                throw ZhaoshangError(.badText, zh: "天数须为 1 至 3660：\(days)", en: "days are 1 to 3660: \(days)")
            }
            let dates = (context.today - (count - 1))...context.today
            return FairnessView(
                unit: unit, dates: dates, fairness: try context.desk(self).fairness(of: unit, dates),
                officers: try Self.officersByID(context.store))
        }
    }

    public func officersByID() async throws -> [OfficerID: Officer] {
        try await store.read { try Self.officersByID($0) }
    }

    static func officersByID(_ store: any Reading) throws -> [OfficerID: Officer] {
        Dictionary(uniqueKeysWithValues: try store.officers().map { ($0.id, $0) })
    }

    private static func neverAssigned(_ text: String) -> ZhaoshangError {
        ZhaoshangError(
            .notFound, zh: "\(text) 还没有分派过", en: "\(text) was never assigned",
            hint: Phrase(zh: "试算：zs assign simulate \(text)", en: "try: zs assign simulate \(text)"))
    }
}

extension AssignmentView {
    public init(_ made: Assignment, _ officers: [OfficerID: Officer]) {
        self.init(
            lead: made.lead, officer: made.officer, unit: made.unitID, step: made.step, rule: made.rule,
            alarm: made.alarm, candidates: made.candidates, terms: made.terms, assignment: made,
            reason: nil, officers: officers)
    }
}

extension AssignmentDesk {
    /// Of the active officers of a unit and below who are asked for leads.
    func fairness(of unit: UnitID, _ dates: ClosedRange<CivilDate>) throws -> LoadFairness {
        let units = Set(tree.subtree(of: unit))
        let from = Instant(dates.lowerBound, TimeOfDay.midnight)
        let made = try store.records(
            Assignment.self, RecordFilter([.between("at", .number(from.milliseconds), nil)]))
        var counts: [OfficerID: Int] = [:]
        for assignment in made where assignment.record.at.date <= dates.upperBound {
            counts[assignment.record.officer, default: 0] += 1
        }
        return LoadFairness(
            try loads().filter { load in
                load.officer.active && load.officer.roles.contains(.officer)
                    && (load.unit.map(units.contains) ?? false)
            }.map { .init(officer: $0.id, load: $0.load, capacity: $0.capacity, assigned: counts[$0.id] ?? 0) })
    }
}
