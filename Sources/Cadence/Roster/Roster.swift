public import Identifiers
public import WorkCalendar

/// Who belongs where and when: what the cadence needs to know of an organisation.
public struct Roster: Sendable {
    public struct Office: Hashable, Sendable {
        public var id: UnitID
        public var parent: UnitID?
        public var kind: String
        public var active: Bool

        public init(id: UnitID, parent: UnitID?, kind: String, active: Bool) {
            self.id = id
            self.parent = parent
            self.kind = kind
            self.active = active
        }
    }

    public struct Stretch: Hashable, Sendable {
        public var unit: UnitID
        public var from: CivilDate
        public var until: CivilDate?

        public init(unit: UnitID, from: CivilDate, until: CivilDate?) {
            self.unit = unit
            self.from = from
            self.until = until
        }
    }

    public struct Member: Hashable, Sendable {
        public var id: OfficerID
        public var roles: Set<String>
        /// Oldest first.
        public var stretches: [Stretch]
        public var leave: [ClosedRange<CivilDate>]
        public var active: Bool

        public init(
            id: OfficerID, roles: Set<String>, stretches: [Stretch], leave: [ClosedRange<CivilDate>], active: Bool
        ) {
            self.id = id
            self.roles = roles
            self.stretches = stretches
            self.leave = leave
            self.active = active
        }

        /// The unit on the last day of `days` on which the member belonged to one.
        func unit(in days: ClosedRange<CivilDate>) -> UnitID? {
            stretches.last { stretch in
                stretch.from <= days.upperBound && (stretch.until.map { $0 >= days.lowerBound } ?? true)
            }?.unit
        }
    }

    /// Somebody of whom a rule asks something in a period.
    public struct Candidate: Hashable, Sendable {
        public var subject: Subject
        public var unit: UnitID
        public var onLeave: Bool
    }

    private let offices: [UnitID: Office]
    let members: [Member]

    public init(offices: [Office], members: [Member]) {
        self.offices = Dictionary(uniqueKeysWithValues: offices.map { ($0.id, $0) })
        self.members = members.sorted { $0.id < $1.id }
    }

    public func office(_ id: UnitID) -> Office? { offices[id] }

    public func isUnit(_ unit: UnitID, below root: UnitID) -> Bool {
        sequence(first: unit) { self.offices[$0]?.parent }.contains(root)
    }

    /// Everybody of whom `rule` asks something in `period`, units before officers, by number.
    ///
    /// An officer counts who belonged to a unit of the scope on some day of the period; whoever is on leave on every
    /// working day of it counts as on leave.
    public func candidates(of rule: Rule, in period: Period, calendar: WorkingDayCalendar) -> [Candidate] {
        switch rule.fanOut {
        case .scope:
            guard offices[rule.scope]?.active == true else { return [] }
            return [Candidate(subject: .unit(rule.scope), unit: rule.scope, onLeave: false)]
        case .units(let kinds):
            return offices.values
                .filter { $0.active && kinds.contains($0.kind) && isUnit($0.id, below: rule.scope) }
                .sorted { $0.id < $1.id }
                .map { Candidate(subject: .unit($0.id), unit: $0.id, onLeave: false) }
        case .officers(let roles):
            return members.compactMap { member in
                guard member.active, !member.roles.isDisjoint(with: roles),
                    let unit = member.unit(in: period.days), isUnit(unit, below: rule.scope)
                else { return nil }
                return Candidate(
                    subject: .officer(member.id), unit: unit, onLeave: isAway(member, in: period, calendar))
            }
        }
    }

    private func isAway(_ member: Member, in period: Period, _ calendar: WorkingDayCalendar) -> Bool {
        guard !member.leave.isEmpty else { return false }
        let present = member.stretches.compactMap { stretch -> ClosedRange<CivilDate>? in
            let from = max(stretch.from, period.firstDay)
            let until = min(stretch.until ?? period.lastDay, period.lastDay)
            return from <= until ? from...until : nil
        }
        let expected = present.reduce(0) { $0 + calendar.workingDays(in: $1) }
        let away = present.reduce(0) { sum, stretch in
            sum + member.mergedLeave(within: stretch).reduce(0) { $0 + calendar.workingDays(in: $1) }
        }
        return expected > 0 && away >= expected
    }
}

extension Roster.Member {
    /// Leave inside `days`, overlaps merged so that no day counts twice.
    func mergedLeave(within days: ClosedRange<CivilDate>) -> [ClosedRange<CivilDate>] {
        let clipped = leave.compactMap { range -> ClosedRange<CivilDate>? in
            let from = max(range.lowerBound, days.lowerBound)
            let until = min(range.upperBound, days.upperBound)
            return from <= until ? from...until : nil
        }
        var merged: [ClosedRange<CivilDate>] = []
        for range in clipped.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
