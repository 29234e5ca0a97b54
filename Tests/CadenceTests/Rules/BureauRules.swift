import Cadence
import Identifiers
import Labels
import Testing
import WorkCalendar

/// The rules of the two shipped ways of working, written down from the published practice: Banan's five levels,
/// Jiulongpo's weekly dispatch and monthly deployment.
enum BureauRules: String, CaseIterable, CustomTestStringConvertible {
    case banan, jiulongpo

    var testDescription: String { rawValue }

    func rules(from year: Int) throws -> [Rule] {
        let everyOfficer = FanOut.officers(roles: ["officer", "commissioner", "screener"])
        let units = FanOut.units(kinds: ["bureau", "taskForce"])
        func rule(
            _ id: Int64, _ code: String, _ level: PeriodKind, _ product: Product, _ fanOut: FanOut, _ due: String,
            freeze: String? = nil
        ) throws -> Rule {
            try .make(id, code, level, product, fanOut, due, from: firstPeriod(level, year), freeze: freeze)
        }
        switch self {
        case .banan:
            return [
                try rule(1, "bn.inventory", .day, .inventory, everyOfficer, "workday 1 at 17:30"),
                try rule(
                    2, "bn.consolidation", .week, .consolidation, units, "workday -1 at 16:00",
                    freeze: "after-end workday 1 at 12:00"),
                try rule(
                    3, "bn.report", .month, .report, units, "after-end workday 3 at 17:30",
                    freeze: "after-end workday 3 at 17:30"),
                try rule(4, "bn.activity-plan", .quarter, .custom, units, "workday 5 at 17:30"),
                try rule(5, "bn.activity", .quarter, .activity, units, "workday -1 at 17:30"),
                try rule(6, "bn.deployment", .year, .deployment, .scope, "workday 10 at 17:30"),
                try rule(7, "bn.appraisal", .year, .custom, .scope, "after-end workday 10 at 17:30"),
            ]
        case .jiulongpo:
            return [
                try rule(1, "jlp.inventory", .day, .inventory, everyOfficer, "workday 1 at 17:30"),
                try rule(
                    2, "jlp.dispatch", .week, .dispatch, .scope, "weekday Mon roll following at 09:00",
                    freeze: "after-end workday 1 at 12:00"),
                try rule(
                    3, "jlp.deployment", .month, .deployment, .scope, "workday 1 at 09:00",
                    freeze: "after-end workday 3 at 17:30"),
            ]
        }
    }

    private func firstPeriod(_ level: PeriodKind, _ year: Int) throws -> String {
        switch level {
        case .day: "\(year)-01-01"
        case .week: "\(year)-W01"
        case .month: "\(year)-01"
        case .quarter: "\(year)-Q1"
        case .year: "\(year)"
        }
    }
}

extension Rule {
    static func make(
        _ id: Int64, _ code: String, _ level: PeriodKind, _ product: Product, _ fanOut: FanOut, _ due: String,
        from: String, freeze: String? = nil, catchUp: CatchUp = .all
    ) throws -> Rule {
        try Rule(
            id: RuleID(id), code: code, name: Phrase(zh: code, en: code), level: level, product: product,
            scope: UnitID(1), fanOut: fanOut,
            revisions: [
                RuleRevision(
                    number: 1, from: period(from), due: #require(DueRule(due)),
                    freeze: freeze.map { try #require(DueRule($0)) }, catchUp: catchUp)
            ])
    }

    /// Every working day at 17:30, from each officer.
    static func inventory(from: String, catchUp: CatchUp = .all) throws -> Rule {
        try make(
            1, "inventory", .day, .inventory, .officers(roles: ["officer"]), "workday 1 at 17:30", from: from,
            catchUp: catchUp)
    }

    /// The week's last working day at 16:00, from each unit.
    static func consolidation(from: String) throws -> Rule {
        try make(
            2, "consolidation", .week, .consolidation, .units(kinds: ["bureau", "taskForce"]), "workday -1 at 16:00",
            from: from, freeze: "after-end workday 1 at 12:00")
    }
}

extension Roster {
    /// A bureau (U-1) with a task force (U-2).
    static let offices = [
        Office(id: UnitID(1), parent: nil, kind: "bureau", active: true),
        Office(id: UnitID(2), parent: UnitID(1), kind: "taskForce", active: true),
    ]

    static func of(_ members: Member...) -> Roster { Roster(offices: offices, members: members) }
}

extension Roster.Member {
    static func officer(
        _ id: Int64, unit: Int64 = 2, from: String = "2019-01-01", until: String? = nil,
        leave: [ClosedRange<CivilDate>] = [], active: Bool = true
    ) throws -> Roster.Member {
        try Roster.Member(
            id: OfficerID(id), roles: ["officer"],
            stretches: [Roster.Stretch(unit: UnitID(unit), from: date(from), until: until.map { try date($0) })],
            leave: leave, active: active)
    }
}
