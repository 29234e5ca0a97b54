import Cadence
import Identifiers
import Promotion
import ReportModel
import Reporting
import WorkCalendar

extension Bureau {
    /// `zs report explain KIND PERIOD KEY`: the rows behind a figure of the report that `show` shows.
    public func explainFigure(kind: String, period: String, key: String, caller: Caller) async throws
        -> FigureExplanation
    {
        let codes = shipped.codes
        let found = try await read(caller) { context in
            let (unit, period) = try context.report("report.explain", kind, period)
            let report = try context.shown(unit, period)
            guard let figure = report.figures[key] else {
                throw ReportProblem.unknownFigure(key, known: report.figures.keys.sorted())
            }
            let rows = try FigureRows(context.store, context.calendar, codes, report, unit, period).rows(key, figure)
            return Found(report: report, unit: unit, period: period, figure: figure, rows: rows)
        }
        // Tasks, units and late facts of a frozen report are those of its own moment.
        guard found.report.state == .frozen, FigureRows.isOfItsMoment(key) || !Self.addsUp(found.rows, found.figure)
        else {
            return FigureExplanation(key: key, figure: found.figure, rows: found.rows)
        }
        let rows = try await store.read(asOf: found.report.asOfSeq) { reading in
            let calendar = try CalendarCache.build(reading.notices())
            return try FigureRows(reading, calendar, codes, found.report, found.unit, found.period)
                .rows(key, found.figure)
        }
        return FigureExplanation(key: key, figure: found.figure, rows: rows)
    }

    private struct Found {
        var report: Report
        var unit: UnitID
        var period: Period
        var figure: Figure
        var rows: [FigureExplanation.Row]
    }

    private static func addsUp(_ rows: [FigureExplanation.Row], _ figure: Figure) -> Bool {
        guard figure.unit == .count || figure.unit == .yuan else { return true }
        return Double(rows.reduce(0) { $0 + ($1.amount ?? 1) }) == figure.value
    }
}

/// Finds the rows of one report's figures.
private struct FigureRows {
    typealias Row = FigureExplanation.Row

    let store: any Reading
    let calendar: WorkingDayCalendar
    let codes: CodeTables
    let report: Report
    let unit: UnitID
    let period: Period
    private let scope: [UnitID]
    private let own: ClosedRange<CivilDate>

    init(
        _ store: any Reading, _ calendar: WorkingDayCalendar, _ codes: CodeTables, _ report: Report, _ unit: UnitID,
        _ period: Period
    ) throws {
        self.store = store
        self.calendar = calendar
        self.codes = codes
        self.report = report
        self.unit = unit
        self.period = period
        scope = UnitTree(try store.units()).subtree(of: unit)
        own = ReportDays.own(period, coversFrom: report.coversFrom.flatMap { Period($0) })
    }

    /// What only the state as of the report's event can tell.
    static func isOfItsMoment(_ key: String) -> Bool {
        isLate(key) || ["K14.", "K20.", "K21."].contains(where: key.hasPrefix)
            || IndicatorList.definition(key.hasSuffix(".cumulative") ? String(key.dropLast(11)) : key)?.source
                == .cohort
    }

    static func isLate(_ key: String) -> Bool {
        ["late.", "corrected.", "lastYear."].contains(where: key.hasPrefix)
    }

    func rows(_ key: String, _ figure: Figure) throws -> [Row] {
        if key.hasPrefix("K14.") { return try targetRows(key) }
        if key.hasPrefix("K32.") {
            return sides([key == "K32.zero" ? "days.zero" : "days.missing", "days.expected"])
        }
        if let found = FigureValues.ratioParts(of: key) { return sides(found) }
        if key == "K13.yoy" { return lastYearRows(figure) }
        if key == "K20.score" || key == "K21.score" { return try scoreRows(key) }
        if let found = try cohortRows(key) { return found }
        if key == "K13.cumulative" { return try postings(Indicator.fundsInPlace, ReportDays.toDate(period)) }
        if key.hasPrefix("days.") || key.hasPrefix("officers.") { return try taskRows(key) }
        if Self.isLate(key) { return try lateRows(key) }
        if key.hasSuffix(".cumulative") {
            return try postings(String(key.dropLast(".cumulative".count)), ReportDays.toDate(period))
        }
        return try postings(key, own)
    }

    private func postings(_ key: String, _ dates: ClosedRange<CivilDate>) throws -> [Row] {
        try store.postings(
            PostingFilter(
                units: scope, indicator: FigureValues.indicator(of: key), dates: dates, throughSeq: report.asOfSeq)
        ).countedOnce().map { row($0.posting, $0.seq) }
    }

    private func row(_ posting: Posting, _ seq: Int64) -> Row {
        Row(
            id: posting.source, kind: RecordNouns.type(ofID: posting.source)?.noun ?? "entry",
            amount: posting.value, effectiveOn: posting.date, seq: seq)
    }

    /// Only in the state as of the report's event these are certain to be the ones it showed.
    private func lateRows(_ key: String) throws -> [Row] {
        let facts = try ReportLoading(store, calendar: calendar, codes: codes).facts(unit, period)
        return ReportDerivation.lateFacts(facts, key: key).map { row($0.posting, $0.seq) }
    }

    /// The records that were looked at one by one, marked by the side of the ratio they count for.
    private func cohortRows(_ key: String) throws -> [Row]? {
        guard Self.isOfItsMoment(key) else { return nil }
        let facts = try ReportLoading(store, calendar: calendar, codes: codes).facts(unit, period)
        return CohortFigures(facts).parts[key]?.rows.map { kind, row in
            Row(id: row.id, kind: kind, amount: row.amount, effectiveOn: row.date, seq: row.seq)
        }
    }

    /// The two figures that a ratio divides.
    private func sides(_ keys: [String]) -> [Row] {
        zip(["numerator", "denominator"], keys).map { kind, key in
            Row(
                id: key, kind: kind, amount: report.figures[key]?.value.flatMap { Int64(exactly: $0) } ?? 0,
                effectiveOn: own.upperBound, seq: report.asOfSeq)
        }
    }

    private func lastYearRows(_ figure: Figure) -> [Row] {
        let now = sides([Indicator.fundsInPlace])
        let before = report.figures[Indicator.fundsInPlace]?.samePeriodLastYear.flatMap { Int64(exactly: $0) }
        guard let before else { return now }
        return now + [
            Row(
                id: Indicator.fundsInPlace, kind: "denominator", amount: before,
                effectiveOn: own.lowerBound, seq: report.asOfSeq)
        ]
    }

    /// What each item of the race score reached and was to reach; what each item of the index counts here and at most in
    /// the group. Rows of the same item follow each other.
    private func scoreRows(_ key: String) throws -> [Row] {
        let loading = RankLoading(store: store, tree: UnitTree(try store.units()))
        let ranked = try loading.units(period, within: [unit])
        guard let mine = ranked.first(where: { $0.unit == unit }) else { return [] }
        let rules = try loading.rules(on: period.lastDay)
        func row(_ id: String, _ kind: String, _ amount: Int64) -> Row {
            Row(id: id, kind: kind, amount: amount, effectiveOn: own.upperBound, seq: report.asOfSeq)
        }
        if key == "K20.score" {
            return rules.weights.flatMap { item in
                let largest = ranked.map { $0.own[item.indicator] ?? 0 }.max() ?? 0
                return [
                    row(item.indicator, "numerator", mine.own[item.indicator] ?? 0),
                    row(item.indicator, "denominator", largest),
                ]
            }
        }
        let items = Ranking(ranked, rules).row(of: unit)?.items ?? []
        let rows = items.flatMap { item in
            [
                row(item.indicator + ".cumulative", "numerator", item.actual),
                row("target/\(unit)/\(period.owner(.year).ordinal)/\(item.indicator)", "denominator", item.target ?? 0),
            ]
        }
        return rows + (mine.missingDays > 0 ? [row("days.missing", "deduction", mine.missingDays)] : [])
    }

    private func targetRows(_ key: String) throws -> [Row] {
        let sums = TargetSums(
            try store.targets(year: period.owner(.year).ordinal, unit: nil), units: try store.units())
        let targets = sums.targets(of: [unit])
        let main = FigureValues.mainIndicator(targets.map(\.indicator))
        guard
            let target = targets.first(where: { key.hasSuffix("." + $0.indicator) })
                ?? targets.first(where: { $0.indicator == main })
        else { return [] }
        let annual = try sums.sources(unit, target.indicator).map { source in
            Row(
                id: source.key, kind: "denominator", amount: source.annual,
                effectiveOn: period.owner(.year).firstDay,
                seq: try store.lastSeq(subject: source.key) ?? report.asOfSeq)
        }
        return sides([target.indicator + ".cumulative"]) + annual
    }

    private func taskRows(_ key: String) throws -> [Row] {
        let tasks = try store.tasks(
            TaskFilter(
                units: scope, level: .day, product: .inventory,
                periods: own.lowerBound.ordinal...own.upperBound.ordinal,
                byDue: false))
        guard !tasks.isEmpty else { return key == "officers.reported" ? try writerRows() : [] }
        let asOf = Instant(iso8601: report.asOf) ?? Instant(own.upperBound + 1, .midnight)
        let counted = tasks.filter { $0.counts(for: key, asOf: asOf) }
        guard key.hasPrefix("officers.") else {
            return try counted.map { task in
                Row(
                    id: task.id.description, kind: "task", amount: 1, effectiveOn: task.period.firstDay,
                    seq: try store.lastSeq(subject: task.id.description) ?? report.asOfSeq)
            }
        }
        var first: [Subject: Obligation] = [:]
        for task in counted where first[task.subject].map({ task.period < $0.period }) ?? true {
            first[task.subject] = task
        }
        return first.sorted { $0.key < $1.key }.map { subject, task in
            Row(
                id: subject.description, kind: "officer", amount: 1, effectiveOn: task.period.firstDay,
                seq: report.asOfSeq)
        }
    }

    private func writerRows() throws -> [Row] {
        try store.sumsByOfficer(units: scope, dates: own).filter { _, sums in
            [Indicator.entries, Indicator.zeroReports].contains { (sums[$0] ?? 0) > 0 }
        }.sorted { $0.key < $1.key }.map { officer, _ in
            Row(
                id: officer.description, kind: "officer", amount: 1, effectiveOn: own.lowerBound, seq: report.asOfSeq)
        }
    }
}

extension Obligation {
    /// A daily inventory counts for `days.KEY`, its officer for `officers.KEY`.
    fileprivate func counts(for key: String, asOf: Instant) -> Bool {
        let reported = status.state == .submitted || status.state == .accepted
        let expected = status.state != .void && status.state != .waived
        switch key {
        case "days.expected", "officers.expected": return expected
        case "days.reported", "officers.reported": return reported
        case "days.zero": return reported && status.zero
        case "days.missing": return status.state == .missed || status.isPending && dueAt <= asOf
        case "days.leave": return status.state == .waived && status.reason == "leave"
        default: return false
        }
    }
}
