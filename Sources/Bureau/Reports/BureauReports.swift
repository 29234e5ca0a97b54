import Identifiers
import Labels
import ReportModel
import Reporting
import WorkCalendar

/// Freezing, for the scheduler and for people.
enum BureauReports {
    /// Derives the report as of the last event, appends it to the log and returns it. Closing the tasks behind it is
    /// the caller's next step in the same transaction: `TaskClosing.closeAfterFreeze`.
    ///
    /// Throws `conflict` when the period is frozen already.
    static func freeze(
        kind: PeriodKind, unit: UnitID, period: Period, reason: String?, store: any Writing,
        calendar: WorkingDayCalendar, codes: CodeTables
    ) throws -> ReportFrozen {
        if let frozen = try store.frozenReport(kind: kind, unit: unit, period: period) {
            throw ReportProblem.alreadyFrozen(frozen.fact)
        }
        return try append("report.frozen", unit, period, reason: reason, replacing: nil, store, calendar, codes)
    }

    /// A new version of a frozen report. Throws `not_found` when there is none to replace.
    static func reissue(
        unit: UnitID, period: Period, reason: String, store: any Writing, calendar: WorkingDayCalendar,
        codes: CodeTables
    ) throws -> ReportFrozen {
        guard let frozen = try store.frozenReport(kind: period.kind, unit: unit, period: period) else {
            throw ReportProblem.notFrozen(period.kind, unit, period)
        }
        return try append(
            "report.reissued", unit, period, reason: reason, replacing: frozen.fact, store, calendar, codes)
    }

    /// The event's subject: `report/U-2/month/2026-09`.
    static func subject(_ unit: UnitID, _ period: Period) -> String {
        "report/\(unit)/\(period.kind)/\(period.key)"
    }

    private static func append(
        _ verb: String, _ unit: UnitID, _ period: Period, reason: String?, replacing old: ReportFrozen?,
        _ store: any Writing, _ calendar: WorkingDayCalendar, _ codes: CodeTables
    ) throws -> ReportFrozen {
        let version = (old?.version ?? 0) + 1
        let facts = try ReportLoading(store, calendar: calendar, codes: codes).facts(unit, period)
        let model = try FrozenModel.bytes(frozen(facts, version: version))
        let previous = try continuedHash(unit, period, replacing: old, store)
        let fact = ReportFrozen(
            kind: period.kind, unit: unit, period: period, coversFrom: facts.coversFrom, version: version,
            asOfSeq: facts.asOfSeq, asOf: facts.asOf, engine: Engine.number,
            model: String(decoding: model, as: UTF8.self),
            hash: FrozenModel.hash(model, after: previous), previousHash: previous,
            reason: try reason.map { try store.keep(text: $0) })
        try store.append(NewEvent(verb, subject(unit, period), fact))
        return fact
    }

    /// The report as it is frozen from these facts.
    static func frozen(_ facts: ReportFacts, version: Int) -> Report {
        var facts = facts
        facts.state = .frozen
        facts.version = version
        return ReportDerivation.derive(facts)
    }

    /// The hash that a new one continues: of the version it replaces, else of the issue before.
    static func continuedHash(
        _ unit: UnitID, _ period: Period, replacing old: ReportFrozen?, _ store: any Reading
    ) throws -> String? {
        if let old { return old.hash }
        return try store.previousFrozenReport(kind: period.kind, unit: unit, before: period)?.fact.hash
    }
}
