import Identifiers
import Promotion
import WorkCalendar

/// Somebody of the simulated bureau, and where they were on each day.
struct SimulatedPerson: Sendable {
    var id: Int64
    var roles: [Role]
    /// Units by their first day, oldest first.
    var units: [(from: CivilDate, unit: Int64)]
    var until: CivilDate?
    var leave: [ClosedRange<CivilDate>] = []

    static let head: UInt32 = 1_005

    /// Officer 3 comes after forty days, officer 4 goes after seventy, officer 2 is away for a week each spring; the head
    /// of the bureau asks and decides, and a supervisor is told of what stays undone.
    static func bureau(from: CivilDate, until: CivilDate) -> [SimulatedPerson] {
        let before = from - 30
        let springs = (from.year...until.year).compactMap { year in
            CivilDate(year: year, month: 3, day: 9).map { $0...($0 + 4) }
        }
        return [
            SimulatedPerson(id: 1, roles: [.officer], units: [(before, 2)]),
            SimulatedPerson(id: 2, roles: [.officer], units: [(before, 2)], leave: springs),
            SimulatedPerson(id: 3, roles: [.officer], units: [(from + 40, 2)]),
            SimulatedPerson(id: 4, roles: [.officer], units: [(before, 2)], until: from + 70),
            SimulatedPerson(id: 5, roles: [.leader], units: [(before, 1)]),
            SimulatedPerson(id: 6, roles: [.supervisor], units: [(before, 1)]),
        ]
    }

    var officer: Officer {
        Officer(
            id: OfficerID(id), code: "o\(id)", name: "O\(id)", uids: [UInt32(1_000 + id)], roles: roles,
            memberships: units.enumerated().map { index, stretch in
                Membership(
                    unit: UnitID(stretch.unit), from: stretch.from,
                    until: index + 1 < units.count ? units[index + 1].from - 1 : until)
            },
            leave: leave.map { Leave(from: $0.lowerBound, until: $0.upperBound) })
    }

    /// The unit on that day.
    func unit(on day: CivilDate) -> Int64? {
        if let until, day > until { return nil }
        return units.last { $0.from <= day }?.unit
    }
}
