public import Identifiers
public import WorkCalendar

/// An officer at the moment of a decision.
public struct OfficerLoad: Hashable, Sendable {
    public var officer: Officer
    /// Where the officer works on that day; nil for somebody who left.
    public var unit: UnitID?
    /// Open leads.
    public var load: Int
    /// Open leads the officer can carry.
    public var capacity: Int
    /// Nil for somebody who never got one.
    public var lastAssigned: Instant?
    /// May not deal with this lead.
    public var isConflicted: Bool

    public init(
        officer: Officer, unit: UnitID?, load: Int, capacity: Int, lastAssigned: Instant? = nil,
        isConflicted: Bool = false
    ) {
        self.officer = officer
        self.unit = unit
        self.load = load
        self.capacity = capacity
        self.lastAssigned = lastAssigned
        self.isConflicted = isConflicted
    }

    public var id: OfficerID { officer.id }

    /// Least load ÷ capacity first, as fractions and not as rounded numbers; then who waited longest; then the lowest
    /// number. Only for officers with a capacity.
    func comesBefore(_ other: OfficerLoad) -> Bool {
        let (left, right) = (load * other.capacity, other.load * capacity)
        if left != right { return left < right }
        return comesBeforeAtEqualLoad(other)
    }

    func comesBeforeAtEqualLoad(_ other: OfficerLoad) -> Bool {
        switch (lastAssigned, other.lastAssigned) {
        case (nil, _?): true
        case (_?, nil): false
        case (let mine?, let theirs?) where mine != theirs: mine < theirs
        default: id < other.id
        }
    }

    /// Why the officer cannot take a lead, the first reason that holds; nil for who can.
    ///
    /// - Parameter skills: each of them is required.
    func obstacle(to need: LeadNeed, skills: [String], countsLoad: Bool = true) -> AssignmentCandidate.Reason? {
        if !officer.active || unit == nil { return .inactive }
        if officer.leave.contains(where: { $0.from <= need.window.upperBound && need.window.lowerBound <= $0.until }) {
            return .onLeave
        }
        if need.isRoundTheClock, !isOnDuty(need.window) { return .offDuty }
        if isConflicted { return .conflicted }
        guard countsLoad else { return nil }
        if load >= capacity { return .atCapacity }
        if skills.contains(where: { !has($0) }) { return .lacksSkill }
        return nil
    }

    /// On duty every day of the window.
    private func isOnDuty(_ window: ClosedRange<CivilDate>) -> Bool {
        var day = window.lowerBound
        while day <= window.upperBound {
            guard isOnDuty(on: day) else { return false }
            day = day + 1
        }
        return true
    }

    func isOnDuty(on day: CivilDate) -> Bool {
        officer.roster.contains { $0.from <= day && day <= $0.until }
    }

    func has(_ skill: String) -> Bool {
        officer.skills.contains { $0.lowercased() == skill.lowercased() }
    }

    /// What the reason is about: the days of the leave, the skill that is missing.
    func detail(of reason: AssignmentCandidate.Reason, _ need: LeadNeed, skills: [String]) -> String? {
        switch reason {
        case .onLeave:
            officer.leave.first { $0.from <= need.window.upperBound && need.window.lowerBound <= $0.until }
                .map { $0.from == $0.until ? "\($0.from)" : "\($0.from)…\($0.until)" }
        case .lacksSkill: skills.first { !has($0) }
        default: nil
        }
    }
}
