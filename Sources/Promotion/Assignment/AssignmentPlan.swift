public import Identifiers
public import Labels

/// Many leads at once, to the least cost over all of them.
///
/// An officer's free places are columns of their own: the second lead of a day weighs more on an officer than the first,
/// so places get dearer one by one, and the load spreads by itself. Places of one officer stand side by side, by the
/// officers' numbers; ties therefore go to the lowest lead and then to the lowest officer.
public struct AssignmentPlan: Sendable {
    /// One lead with what the ladder knows of it.
    public struct Entry: Sendable {
        public var ladder: AssignmentLadder
        /// Chains and circles of each unit, for the terms.
        public init(ladder: AssignmentLadder) { self.ladder = ladder }
    }

    /// What became of one lead.
    public struct Result: Hashable, Sendable {
        public var lead: LeadID
        public var decision: AssignmentLadder.Decision
        public var terms: [AssignmentTerm]
        public var cost: Int64?
        /// The cheapest officer beside the chosen one, as if that one alone were exchanged.
        public var next: (officer: OfficerID, cost: Int64)?

        public static func == (left: Result, right: Result) -> Bool {
            left.lead == right.lead && left.decision == right.decision && left.terms == right.terms
                && left.cost == right.cost && left.next?.officer == right.next?.officer
                && left.next?.cost == right.next?.cost
        }

        public func hash(into hasher: inout Hasher) { hasher.combine(lead) }
    }

    /// By the number of the lead.
    public var entries: [Entry]
    public var units: [UnitID: Unit]
    public var weights: AssignmentWeights

    public init(entries: [Entry], units: [UnitID: Unit], weights: AssignmentWeights) {
        self.entries = entries.sorted { $0.ladder.need.lead < $1.ladder.need.lead }
        self.units = units
        self.weights = weights
    }

    /// A free place of an officer.
    private struct Place {
        var officer: OfficerID
        /// Open leads the officer has when this one comes.
        var before: Int
        var capacity: Int
    }

    /// - Throws: `refused` when a lead finds not even a stand-in.
    public func decided() throws(ZhaoshangError) -> [Result] {
        let places = places
        let rows = entries.map { row($0, places) }
        let solution: AssignmentSolution
        do throws(AssignmentProblemFlaw) {
            solution = try AssignmentProblem(
                costs: rows.map { $0.map { $0.map { $0.reduce(0) { $0 + $1.cost } } } },
                capacities: Array(repeating: 1, count: places.count)
            ).solved()
        } catch {
            throw ZhaoshangError(.badProblem, error.message)
        }
        var results: [Result] = []
        for (index, column) in solution.columns.enumerated() {
            results.append(try result(entries[index], rows[index], column, places))
        }
        return results
    }

    private var places: [Place] {
        let officers = entries.first?.ladder.officers ?? []
        return officers.sorted { $0.id < $1.id }.flatMap { load in
            // No officer gets more of a batch than the batch has.
            (0..<max(0, min(load.capacity - load.load, entries.count))).map {
                Place(officer: load.id, before: load.load + $0, capacity: load.capacity)
            }
        }
    }

    // MARK: Costs

    /// The terms of each place, nil where the officer cannot take the lead.
    private func row(_ entry: Entry, _ places: [Place]) -> [[AssignmentTerm]?] {
        let ladder = entry.ladder
        let route = ladder.route
        let within = Set(ladder.members(route.unit))
        let owners = Set(ladder.owners.map(\.officer))
        var known: [OfficerID: OfficerLoad] = [:]
        for load in ladder.officers
        where (ladder.isAsked(load, within) || owners.contains(load.id))
            && load.obstacle(to: ladder.need, skills: route.skills) == nil
        {
            known[load.id] = load
        }
        return places.map { place in known[place.officer].map { terms(ladder, $0, place.before) } }
    }

    private func terms(_ ladder: AssignmentLadder, _ load: OfficerLoad, _ before: Int) -> [AssignmentTerm] {
        let need = ladder.need
        let unit = load.unit.flatMap { units[$0] }
        let fitsChain = need.chain.map { load.has($0) || unit?.chains.contains($0) == true } ?? true
        let fitsRegion = need.circles.isEmpty || unit?.circle.map(need.circles.contains) == true
        let speaks = need.language.map(load.has) ?? true
        let owner = ladder.owners.first { $0.officer == load.id }
        let continuity = ladder.owners.isEmpty || owner?.isOfGroup == false ? 0 : owner != nil ? 50 : 100
        return [
            term("chain", weights.chain, fitsChain ? 0 : 100),
            term("region", weights.region, fitsRegion ? 0 : 100),
            term("language", weights.language, speaks ? 0 : 100),
            term("continuity", weights.continuity, continuity),
            term("load", weights.load, (before + 1) * 100 / max(1, load.capacity)),
            term("value", weights.value, 100 - Self.value(of: need.amount)),
        ]
    }

    private func term(_ name: String, _ weight: Int, _ value: Int) -> AssignmentTerm {
        AssignmentTerm(name, Int64(weight * value))
    }

    /// By the steps at which the pipeline treats a project otherwise: 100 M, 500 M, 1 bn.
    private static func value(of amount: Money?) -> Int {
        switch amount?.yuan ?? 0 {
        case 1_000_000_000...: 100
        case 500_000_000...: 70
        case 100_000_000...: 40
        default: 10
        }
    }

    // MARK: Explanation

    private func result(
        _ entry: Entry, _ row: [[AssignmentTerm]?], _ column: Int?, _ places: [Place]
    ) throws(ZhaoshangError) -> Result {
        let ladder = entry.ladder
        let lead = ladder.need.lead
        // What an officer costs is the first place, as every other lead stays where it is.
        var costs: [OfficerID: Int64] = [:]
        for (place, terms) in zip(places, row) where costs[place.officer] == nil {
            costs[place.officer] = terms.map { $0.reduce(0) { $0 + $1.cost } }
        }
        let chosen = column.map { places[$0].officer }
        let candidates = candidates(ladder, chosen, costs)
        guard let column, let chosen, let load = ladder.officers.first(where: { $0.id == chosen }),
            let unit = load.unit, let terms = row[column]
        else {
            let decision = try ladder.standIn(for: ladder.route, candidates)
            return Result(lead: lead, decision: decision, terms: [], cost: nil, next: nil)
        }
        let others = costs.filter { $0.key != chosen }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        return Result(
            lead: lead,
            decision: AssignmentLadder.Decision(
                officer: chosen, unit: unit, step: .batch, rule: ladder.route.rule, candidates: candidates,
                alarm: false),
            terms: terms, cost: terms.reduce(0) { $0 + $1.cost },
            next: others.first.map { ($0.key, $0.value) })
    }

    private func candidates(
        _ ladder: AssignmentLadder, _ chosen: OfficerID?, _ costs: [OfficerID: Int64]
    ) -> [AssignmentCandidate] {
        let route = ladder.route
        let within = Set(ladder.members(route.unit))
        let owners = Set(ladder.owners.map(\.officer))
        return ladder.officers.compactMap { load -> AssignmentCandidate? in
            guard ladder.isAsked(load, within) || owners.contains(load.id) else { return nil }
            if let obstacle = load.obstacle(to: ladder.need, skills: route.skills) {
                guard obstacle != .inactive || load.unit != nil else { return nil }
                let detail = load.detail(of: obstacle, ladder.need, skills: route.skills)
                return AssignmentCandidate(load, kept: false, obstacle, detail: detail)
            }
            let reason: AssignmentCandidate.Reason = load.id == chosen ? .best : chosen == nil ? .atCapacity : .dearer
            return AssignmentCandidate(load, kept: chosen != nil, reason, cost: costs[load.id])
        }
    }
}
