import Cadence
public import Identifiers
import Labels
import Promotion
public import ReportModel
import Reporting
public import WorkCalendar

extension Bureau {
    /// `zs report show KIND [PERIOD] [--unit U]`: the frozen report where there is one, else what it would say now.
    ///
    /// `kind` is a word (`month`, 月), `period` is as typed (`2026-09`, 上月; absent: the running one). Texts that people
    /// typed are resolved; erased ones stay references, which every renderer shows as erased.
    public func showReport(kind: String, period: String? = nil, caller: Caller) async throws -> Report {
        try await read(caller) { context in
            let (unit, period) = try context.report("report.show", kind, period)
            if let frozen = try context.store.frozenReport(kind: period.kind, unit: unit, period: period) {
                return try context.resolved(FrozenModel.report(frozen.fact))
            }
            return try context.resolved(context.derived(unit, period))
        }
    }

    /// `zs report preview KIND [PERIOD]`: what it would say now, also where an issue is frozen.
    public func previewReport(kind: String, period: String? = nil, caller: Caller) async throws -> Report {
        try await read(caller) { context in
            let (unit, period) = try context.report("report.preview", kind, period)
            return try context.resolved(context.derived(unit, period))
        }
    }

    /// `zs report freeze KIND PERIOD`: by the head, also before the scheduler does. The unit's task is accepted, what
    /// was not reported into it is missed.
    public func freezeReport(kind: String, period: String, reason: String? = nil, caller: Caller) async throws
        -> CommandResult
    {
        try await execute("report.freeze", caller) { context in
            let unit = try context.contextUnit()
            try context.authorise("report.freeze", .unit(unit))
            let period = try DateReading.period(period, today: context.today, kind: DateReading.level(kind))
            guard period.firstDay <= context.today else { throw ReportProblem.notBegun(period) }
            try context.checkIssueAppears(unit, period)
            let fact = try BureauReports.freeze(
                kind: period.kind, unit: unit, period: period, reason: reason, store: context.store,
                calendar: context.calendar, codes: context.codes)
            try TaskClosing.closeAfterFreeze(
                kind: period.kind, unit: unit, period: period, by: caller.principal?.id.description ?? caller.actor,
                store: context.store)
            return Self.outcome(fact, from: nil)
        }
    }

    /// `zs report reissue KIND PERIOD --reason …`: a new version that replaces the frozen one.
    public func reissueReport(kind: String, period: String, reason: String?, caller: Caller) async throws
        -> CommandResult
    {
        try await execute("report.reissue", caller) { context in
            let unit = try context.contextUnit()
            try context.authorise("report.reissue", .unit(unit))
            guard let reason, !reason.isEmpty else { throw ReportProblem.reasonMissing() }
            let period = try DateReading.period(period, today: context.today, kind: DateReading.level(kind))
            let fact = try BureauReports.reissue(
                unit: unit, period: period, reason: reason, store: context.store, calendar: context.calendar,
                codes: context.codes)
            return Self.outcome(fact, from: fact.version - 1)
        }
    }

    private static func outcome(_ fact: ReportFrozen, from version: Int?) -> Outcome {
        Outcome(
            id: BureauReports.subject(fact.unit, fact.period),
            changed: [Change("version", from: version.map { String($0) }, to: String(fact.version))], undoable: false,
            related: [
                "kind": fact.kind.rawValue, "unit": fact.unit.description, "period": fact.period.key,
                "version": String(fact.version), "hash": fact.hash, "as_of_seq": String(fact.asOfSeq),
            ])
    }

    /// Issues of the unit and below (newest period first), and the drafts their tasks ask for.
    public func listReports(kind: String? = nil, limit: Int? = nil, caller: Caller) async throws -> [ReportListing] {
        try await read(caller) { context in
            let scope = context.tree.subtree(of: try context.scope("report.list"))
            let kind = try kind.map(DateReading.level)
            var found = try context.store.frozenReports(kind: kind, units: scope, limit: nil).map { frozen in
                try context.listing(frozen)
            }
            let tasks = try context.store.tasks(
                TaskFilter(units: scope, states: [.open, .submitted, .returned], level: kind))
            found += try tasks.compactMap(context.listing)
            let sorted = found.sorted {
                ($1.period.lastDay, $0.kind, $0.unit, $0.version) < ($0.period.lastDay, $1.kind, $1.unit, $1.version)
            }
            return limit.map { Array(sorted.prefix($0)) } ?? sorted
        }
    }

    /// Every figure of two periods side by side, by key.
    public func diffReports(kind: String, _ first: String, _ second: String, caller: Caller) async throws
        -> (unit: UnitID, first: Period, second: Period, figures: [FigureDifference])
    {
        try await read(caller) { context in
            let (unit, one) = try context.report("report.diff", kind, first)
            let (_, other) = try context.report("report.diff", kind, second)
            let (before, after) = (try context.shown(unit, one).figures, try context.shown(unit, other).figures)
            let keys = Set(before.keys).union(after.keys).sorted()
            return (
                unit, one, other,
                keys.map { FigureDifference(key: $0, first: before[$0], second: after[$0]) }
            )
        }
    }
}

extension ReadContext {
    /// The unit and period a question about a report means, for a caller who may ask it.
    func report(_ verb: String, _ kind: String, _ period: String?) throws -> (UnitID, Period) {
        let kind = try DateReading.level(kind)
        let unit = try scope(verb)
        guard let period, !period.isEmpty else { return (unit, Period(kind, containing: today)) }
        return (unit, try DateReading.period(period, today: today, kind: kind))
    }

    func derived(_ unit: UnitID, _ period: Period) throws -> Report {
        var facts = try ReportLoading(store, calendar: calendar, codes: codes).facts(unit, period)
        if let frozen = try store.frozenReport(kind: period.kind, unit: unit, period: period) {
            facts.version = frozen.fact.version + 1
        }
        return ReportDerivation.derive(facts)
    }

    func shown(_ unit: UnitID, _ period: Period) throws -> Report {
        if let frozen = try store.frozenReport(kind: period.kind, unit: unit, period: period) {
            return try FrozenModel.report(frozen.fact)
        }
        return try derived(unit, period)
    }

    /// The same report with the words people typed filled in.
    func resolved(_ report: Report) throws -> Report {
        let texts = try store.texts(Array(Set(report.textReferences)).sorted())
        return report.mapText { reference in
            var reference = reference
            reference.resolved = texts[reference.id]
            return reference
        }
    }

    func listing(_ frozen: FrozenReport) throws -> ReportListing {
        let fact = frozen.fact
        return ReportListing(
            kind: fact.kind, unit: fact.unit, unitName: tree.byID[fact.unit]?.name ?? Phrase(fact.unit.description),
            period: fact.period, state: .frozen, version: fact.version, asOfSeq: fact.asOfSeq, hash: fact.hash,
            frozenAt: frozen.frozenAt, frozenBy: frozen.frozenBy, task: nil,
            reason: try fact.reason.flatMap { try store.text($0.id) })
    }

    /// The draft that a unit's task asks for; nothing for tasks without a report, and for people's days.
    func listing(_ task: Obligation) throws -> ReportListing? {
        guard case .unit(let unit) = task.subject, task.product != .visit, task.product != .custom,
            try store.frozenReport(kind: task.period.kind, unit: unit, period: task.period) == nil
        else { return nil }
        return ReportListing(
            kind: task.period.kind, unit: unit, unitName: tree.byID[unit]?.name ?? Phrase(unit.description),
            period: task.period, state: task.status.state == .submitted ? .submitted : .draft, version: 0,
            asOfSeq: nil, hash: nil, frozenAt: nil, frozenBy: nil, task: task.id, reason: nil)
    }
}

extension WriteContext {
    func contextUnit() throws -> UnitID {
        try Bureau.contextUnit(caller, tree, today: today)
    }

    /// A week without a working day has no issue, unless a rule asked for it all the same.
    func checkIssueAppears(_ unit: UnitID, _ period: Period) throws {
        guard period.kind == .week, calendar.workingDays(in: period) == 0 else { return }
        let asked = try store.tasks(
            TaskFilter(subjects: [.unit(unit)], level: .week, periods: period.ordinal...period.ordinal))
        guard asked.contains(where: { $0.status.state != .waived && $0.status.state != .void }) else {
            throw ReportProblem.withoutWorkingDays(period)
        }
    }
}
