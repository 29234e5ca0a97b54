public import Identifiers
public import Labels

/// Who gets one lead, decided step by step.
///
/// 1 the owner of the enterprise or its group · 2 the unit of the active first-talk claim · 3 the unit of the first rule
/// that fits, else the one that brought the lead · 4 within the unit those who can, least open load ÷ capacity first · 5
/// nobody left: the officer on duty, and an alarm.
public struct AssignmentLadder: Sendable {
    /// Somebody who already works with the enterprise.
    public struct Owner: Hashable, Sendable {
        public var officer: OfficerID
        /// Of the group and not of the enterprise itself.
        public var isOfGroup: Bool

        public init(officer: OfficerID, isOfGroup: Bool) {
            self.officer = officer
            self.isOfGroup = isOfGroup
        }
    }

    public struct Claim: Hashable, Sendable {
        public var id: ClaimID
        public var unit: UnitID

        public init(id: ClaimID, unit: UnitID) {
            self.id = id
            self.unit = unit
        }
    }

    public struct Decision: Hashable, Sendable {
        public var officer: OfficerID
        public var unit: UnitID
        public var step: Assignment.Step
        public var rule: String?
        public var candidates: [AssignmentCandidate]
        public var alarm: Bool
    }

    public var need: LeadNeed
    /// Of the enterprise first, then of the group.
    public var owners: [Owner]
    public var claim: Claim?
    public var rules: [AssignmentRule]
    /// Everybody, by number.
    public var officers: [OfficerLoad]
    /// A unit and all below it.
    public var members: @Sendable (UnitID) -> [UnitID]
    /// A unit and all above it, nearest first.
    public var ancestors: @Sendable (UnitID) -> [UnitID]

    public init(
        need: LeadNeed, owners: [Owner] = [], claim: Claim? = nil, rules: [AssignmentRule] = [],
        officers: [OfficerLoad], members: @escaping @Sendable (UnitID) -> [UnitID],
        ancestors: @escaping @Sendable (UnitID) -> [UnitID]
    ) {
        self.need = need
        self.owners = owners
        self.claim = claim
        self.rules = rules
        self.officers = officers
        self.members = members
        self.ancestors = ancestors
    }

    /// Whether the other was loaded from the same facts. Trees of units are compared by whoever holds them.
    public func restsOnTheSame(as other: AssignmentLadder) -> Bool {
        need == other.need && owners == other.owners && claim == other.claim && rules == other.rules
            && officers == other.officers
    }

    /// - Throws: `refused` when not even somebody on duty or a head is there.
    public func decide() throws(ZhaoshangError) -> Decision {
        var seen: [AssignmentCandidate] = []
        for owner in owners {
            guard let load = officers.first(where: { $0.id == owner.officer }), let unit = load.unit else { continue }
            // Who knows the enterprise keeps it beyond capacity: the relation is worth more than an even load.
            if let obstacle = load.obstacle(to: need, skills: [], countsLoad: false) {
                seen.append(
                    AssignmentCandidate(
                        load, kept: false, obstacle, detail: load.detail(of: obstacle, need, skills: [])))
                continue
            }
            seen.append(AssignmentCandidate(load, kept: true, owner.isOfGroup ? .groupOwner : .owner))
            return Decision(
                officer: load.id, unit: unit, step: .owner, rule: nil, candidates: seen, alarm: false)
        }
        let route = route
        let ranked = rank(within: route)
        seen = merged(seen, ranked.candidates)
        if let first = ranked.first, let unit = first.unit {
            return Decision(
                officer: first.id, unit: unit, step: route.step, rule: route.rule, candidates: seen, alarm: false)
        }
        return try standIn(for: route, seen)
    }

    // MARK: Steps 2 and 3

    struct Route {
        var unit: UnitID
        var step: Assignment.Step
        var rule: String?
        var skills: [String]
    }

    /// Which unit, and what it needs.
    var route: Route {
        if let claim { return Route(unit: claim.unit, step: .claim, rule: claim.id.description, skills: []) }
        if let rule = rules.first(where: { $0.fits(need) }) {
            return Route(unit: rule.unit, step: .rule, rule: rule.text, skills: rule.skills)
        }
        return Route(unit: need.unit, step: .unit, rule: nil, skills: [])
    }

    /// The officer whom somebody chose: load, leave and skills are theirs to weigh; who has left or is in conflict stays
    /// out.
    public func naming(_ load: OfficerLoad) throws(ZhaoshangError) -> Decision {
        let obstacle = load.obstacle(to: need, skills: route.skills)
        guard let unit = load.unit, obstacle != .inactive, obstacle != .conflicted else {
            let reason = obstacle ?? .inactive
            throw ZhaoshangError(
                .refused, zh: "\(load.id) 不能承接 \(need.lead)：\(reason.words.zh)",
                en: "\(load.id) cannot take \(need.lead): \(reason.words.en)",
                hint: Phrase(zh: "查看：zs assign simulate \(need.lead)", en: "see: zs assign simulate \(need.lead)"),
                details: ["reason": .text(reason.rawValue)])
        }
        let candidate = AssignmentCandidate(load, kept: true, .named, detail: obstacle?.rawValue)
        return Decision(
            officer: load.id, unit: unit, step: .named, rule: nil, candidates: [candidate], alarm: false)
    }

    // MARK: Step 4

    /// Who of a unit is asked for leads at all: it takes the role, and leaders and clerks have other work.
    func isAsked(_ load: OfficerLoad, _ units: Set<UnitID>) -> Bool {
        guard load.officer.roles.contains(.officer) else { return false }
        return (load.unit ?? load.officer.latestUnit).map(units.contains) ?? false
    }

    private func rank(within route: Route) -> (first: OfficerLoad?, candidates: [AssignmentCandidate]) {
        let units = Set(members(route.unit))
        var free: [OfficerLoad] = []
        var candidates: [AssignmentCandidate] = []
        for load in officers where isAsked(load, units) {
            if let obstacle = load.obstacle(to: need, skills: route.skills) {
                // Those who left long ago would only lengthen the list.
                guard obstacle != .inactive || load.unit != nil else { continue }
                let detail = load.detail(of: obstacle, need, skills: route.skills)
                candidates.append(AssignmentCandidate(load, kept: false, obstacle, detail: detail))
            } else {
                free.append(load)
            }
        }
        free.sort { $0.comesBefore($1) }
        guard let first = free.first else { return (nil, candidates) }
        candidates.append(AssignmentCandidate(first, kept: true, Self.why(first, before: free.dropFirst().first)))
        for other in free.dropFirst() {
            candidates.append(AssignmentCandidate(other, kept: true, Self.whyNot(other, after: first)))
        }
        return (first, candidates.sorted { $0.officer < $1.officer })
    }

    private static func why(_ first: OfficerLoad, before next: OfficerLoad?) -> AssignmentCandidate.Reason {
        guard let next else { return .onlyOne }
        if first.load * next.capacity != next.load * first.capacity { return .leastLoaded }
        return first.lastAssigned != next.lastAssigned ? .waitedLongest : .lowestNumber
    }

    private static func whyNot(_ other: OfficerLoad, after first: OfficerLoad) -> AssignmentCandidate.Reason {
        if first.load * other.capacity != other.load * first.capacity { return .higherLoad }
        return first.lastAssigned != other.lastAssigned ? .assignedMoreRecently : .higherNumber
    }

    private func merged(
        _ seen: [AssignmentCandidate], _ more: [AssignmentCandidate]
    ) -> [AssignmentCandidate] {
        seen + more.filter { candidate in !seen.contains { $0.officer == candidate.officer } }
    }

    // MARK: Step 5

    /// The officer on duty nearest above, else the head of the unit or of one above: no lead is without an owner.
    func standIn(for route: Route, _ seen: [AssignmentCandidate]) throws(ZhaoshangError) -> Decision {
        let present = officers.filter { $0.obstacle(to: need, skills: [], countsLoad: false) == nil }
        for wanted in [AssignmentCandidate.Reason.onDutyToday, .leadsUnit] {
            for unit in ancestors(route.unit) {
                let units = Set(members(unit))
                let found = present.first { load in
                    switch wanted {
                    case .onDutyToday:
                        load.isOnDuty(on: need.window.lowerBound) && (load.unit.map(units.contains) ?? false)
                    default: load.officer.roles.contains(.leader) && load.unit == unit
                    }
                }
                guard let found, let home = found.unit else { continue }
                let others = seen.filter { $0.officer != found.id }
                return Decision(
                    officer: found.id, unit: home, step: .duty, rule: route.rule,
                    candidates: others + [AssignmentCandidate(found, kept: true, wanted)], alarm: true)
            }
        }
        throw ZhaoshangError(
            .refused, zh: "\(need.lead) 无人可接：没有可用人员，没有值班人员，也没有负责人",
            en: "nobody can take \(need.lead): no officer is free, none is on duty, and the unit has no head",
            hint: Phrase(
                zh: "安排值班：zs officer roster O-… \(need.window.lowerBound)",
                en: "put somebody on duty: zs officer roster O-… \(need.window.lowerBound)"),
            details: [
                "dropped": .list(seen.map { "\($0.officer): \($0.reason.rawValue)" })
            ])
    }
}
