import Identifiers
import Labels
import WorkCalendar

/// Freezing, for the scheduler and for people.
enum BureauReports {
    /// Derives the report as of the last event, appends it to the log and returns it. Closing the tasks below is the
    /// caller's next step in the same transaction: `TaskClosing.closeAfterFreeze`.
    static func freeze(
        kind: PeriodKind, unit: UnitID, period: Period, reason: String?, store: any Writing,
        calendar: WorkingDayCalendar
    ) throws -> ReportFrozen {
        throw ReportProblem.unknownKind(kind.rawValue)
    }
}
