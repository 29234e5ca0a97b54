import Identifiers
import Promotion
import WorkCalendar

/// The lists of records that reports read. Each is found by an index on a day or a project.
enum PipelineQuery {
    /// Projects whose day in `facet` lies in the dates.
    static func projects(_ facet: String, _ dates: ClosedRange<CivilDate>, _ units: [UnitID]) -> RecordFilter {
        RecordFilter([.dates(facet, dates), .beside(.anyOf("unit", units))])
    }

    /// Projects without construction that began to produce.
    static func lean(_ dates: ClosedRange<CivilDate>, _ units: [UnitID]) -> RecordFilter {
        RecordFilter([
            .dates(Stage.producing.facet, dates), .beside(.isAbsent(Stage.started.facet)),
            .beside(.anyOf("kind", ProjectKind.allCases.filter(\.skipsConstruction).map(\.rawValue))),
            .beside(.anyOf("unit", units)),
        ])
    }

    /// Leads by the unit that brought them in.
    static func leads(_ facet: String, _ dates: ClosedRange<CivilDate>, _ units: [UnitID]) -> RecordFilter {
        RecordFilter([.dates(facet, dates), .beside(.anyOf("source_unit", units))])
    }

    /// Opinions of the dates, by whichever unit.
    static func screenings(_ dates: ClosedRange<CivilDate>, _ all: [UnitID]) -> RecordFilter {
        RecordFilter([.anyOf("unit", all), .dates("screened_on", dates)])
    }

    static func screenings(of leads: [LeadID]) -> RecordFilter { RecordFilter([.anyOf("lead", leads)]) }

    static func claims(_ dates: ClosedRange<CivilDate>, _ units: [UnitID]) -> RecordFilter {
        RecordFilter([.anyOf("unit", units), .dates("filed_on", dates)])
    }

    static func agreements(_ projects: [ProjectID], through day: CivilDate) -> RecordFilter {
        RecordFilter([.anyOf("project", projects), .between("signed_on", nil, .text(day.description))])
    }

    static func funds(_ projects: [ProjectID], through day: CivilDate) -> RecordFilter {
        RecordFilter([
            .anyOf("project", projects), .between("arrived_on", nil, .text(day.description)),
            .beside(.equals("state", Funds.State.verified.rawValue)),
        ])
    }

    /// Projects that were active on the day before `day`: those still active, and those that ceased to be since.
    static func active(before day: CivilDate, _ units: [UnitID]) -> [RecordFilter] {
        let start = FacetValue.text(day.description)
        let entered = RecordFilter.Condition.beside(
            .between(Stage.negotiating.facet, nil, .text((day - 1).description)))
        let scope = RecordFilter.Condition.beside(.anyOf("unit", units))
        return [
            RecordFilter([
                .anyOf("stage", Stage.allCases.filter { $0 < .atCapacity }.map(\.rawValue)),
                .anyOf("standing", [ProjectStanding.active.rawValue, ProjectStanding.suspended.rawValue]), entered,
                scope,
            ]),
            RecordFilter([
                .equals("stage", Stage.atCapacity.rawValue), .beside(.between(Stage.atCapacity.facet, start, nil)),
                entered,
                scope,
            ]),
            RecordFilter([.between("terminated_on", start, nil), entered, scope]),
        ]
    }

    static func settledCommitments(_ dates: ClosedRange<CivilDate>, _ units: [UnitID]) -> RecordFilter {
        RecordFilter([
            .equals("state", Commitment.State.fulfilled.rawValue), .dates("settled_on", dates),
            .beside(.anyOf("unit", units)),
        ])
    }

    static func dueCommitments(_ dates: ClosedRange<CivilDate>, _ units: [UnitID]) -> RecordFilter {
        RecordFilter([
            .anyOf("state", Commitment.State.allCases.map(\.rawValue)), .dates("due_on", dates),
            .beside(.anyOf("unit", units)),
        ])
    }
}
