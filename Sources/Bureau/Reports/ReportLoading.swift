import Cadence
import Identifiers
import Promotion
import ReportModel
import Reporting
import WorkCalendar

/// The store → the facts of one report. Sums come from roll-ups; lists are bounded by the period.
struct ReportLoading {
    let store: any Reading
    let calendar: WorkingDayCalendar
    let codes: CodeTables
    let tree: UnitTree

    init(_ store: any Reading, calendar: WorkingDayCalendar, codes: CodeTables) throws {
        self.store = store
        self.calendar = calendar
        self.codes = codes
        tree = UnitTree(try store.units())
    }

    /// Lines that a weekly report lists at most.
    private static let lineLimit = 1000

    func facts(_ unit: UnitID, _ period: Period) throws -> ReportFacts {
        guard let own = tree.byID[unit] else { throw ReportProblem.unknownUnit(unit) }
        let scope = tree.subtree(of: unit)
        let coversFrom = try mergedFrom(unit, period)
        var facts = ReportFacts(
            unit: own, period: period, coversFrom: coversFrom, asOfSeq: try store.headSeq(),
            asOf: try store.lastInstant() ?? Instant(period.firstDay, .midnight), calendar: calendar,
            units: scope.compactMap { tree.byID[$0] }, officers: try store.officers())
        facts.sums = try sums(unit, scope, facts)
        facts.tasks = try tasks(scope, facts)
        facts.lines = try lines(scope, facts)
        try loadLearntLater(scope, into: &facts)
        if period.kind >= .month {
            let year = period.owner(.year).ordinal
            facts.targets = try targets(year, scope)
            if period.kind == .year {
                facts.targetsLastYear = try targets(year - 1, scope)
            }
        }
        if period.kind >= .week {
            let loading = try PipelineLoading(store, calendar: calendar, scope: scope, facts: facts)
            facts.pipeline = try loading.facts(asOf: facts.asOf)
            try loading.loadCourses(
                into: &facts.pipeline, kind: period.kind, asOf: facts.asOf, next: period.next.lastDay)
        } else {
            facts.pipeline.changes = try PipelineLoading(store, calendar: calendar, scope: scope, facts: facts)
                .changes()
        }
        if period.kind >= .week { try loadRanking(scope, into: &facts) }
        addCodeNames(to: &facts)
        facts.ruleNames = Dictionary(
            uniqueKeysWithValues: try store.rules().map { ($0.id.description, $0.name) })
        if period.kind == .week { facts.agenda = try agenda(unit, facts) }
        facts.state =
            facts.tasks.unitTasks.contains {
                $0.subject == .unit(unit) && $0.period == period && [.submitted, .accepted].contains($0.status.state)
            } ? .submitted : .draft
        return facts
    }

    /// What the regions and industries of the report's projects are called.
    private func addCodeNames(to facts: inout ReportFacts) {
        let projects = facts.pipeline.signed + facts.pipeline.courses.map(\.fact)
        for region in Set(projects.compactMap(\.province)) { facts.regionNames[region] = codes.name(ofRegion: region) }
        for section in Set(projects.compactMap(\.section)) {
            facts.sectionNames[section] = codes.name(ofSection: section)
        }
    }

    /// Units that were given none have the sum of those below them.
    private func targets(_ year: Int, _ scope: [UnitID]) throws -> [Target] {
        TargetSums(try store.targets(year: year, unit: nil), units: Array(tree.byID.values)).targets(of: scope)
    }

    private func loadRanking(_ scope: [UnitID], into facts: inout ReportFacts) throws {
        let loading = RankLoading(store: store, tree: tree)
        let units = try loading.units(facts.period, within: scope)
        guard !units.isEmpty else { return }
        let rules = try loading.rules(on: facts.period.lastDay)
        facts.ranking = Ranking(units, rules)
        facts.rankingRules = rules.words
        let before = Ranking(try loading.units(facts.period.previous, within: scope), rules)
        for row in before.groups.flatMap(\.rows) { facts.ranksBefore[row.unit] = row.rank }
    }

    /// The first of the weeks right before `period` that had no working day and no issue of their own.
    private func mergedFrom(_ unit: UnitID, _ period: Period) throws -> Period? {
        guard period.kind == .week, calendar.workingDays(in: period) > 0 else { return nil }
        var first: Period?
        var week = period.previous
        while WorkingDayCalendar.range.contains(week.firstDay), calendar.workingDays(in: week) == 0,
            try store.frozenReport(kind: .week, unit: unit, period: week) == nil
        {
            first = week
            week = week.previous
        }
        return first
    }

    private func sums(_ unit: UnitID, _ scope: [UnitID], _ facts: ReportFacts) throws -> ReportSums {
        let period = facts.period
        var sums = ReportSums(
            own: try store.sums(units: scope, dates: facts.days),
            toDate: try store.sums(units: scope, dates: facts.daysToDate),
            previous: try previousValues(unit, scope, before: facts.coversFrom ?? period))
        if let earlier = yearBefore(period) {
            let known = try store.sums(units: scope, dates: earlier.days)
            sums.lastYear = known.isEmpty ? nil : known
        }
        // These two read postings and days one by one, so they stay with the periods people look through.
        if period.kind <= .month { sums.byOfficer = try store.sumsByOfficer(units: scope, dates: facts.days) }
        if period.kind >= .month {
            let last = Period(.month, containing: period.lastDay).ordinal
            sums.months = try store.monthlySums(units: scope, months: (last - 11)...last)
            sums.byUnit = try store.sumsByUnit(units: scope, dates: facts.days)
        }
        if period.kind >= .quarter {
            let january = period.owner(.year).ordinal * 12
            for month in january...Period(.month, containing: period.lastDay).ordinal {
                let days = Period(kind: .month, ordinal: month).days
                for (unit, values) in try store.sumsByUnit(units: scope, dates: days) {
                    sums.unitMonths[unit, default: [:]][month] = values
                }
            }
        }
        if period.kind == .year {
            sums.byUnitLastYear = try store.sumsByUnit(units: scope, dates: period.previous.days)
        }
        return sums
    }

    /// The figures of the previous issue as they were printed, else as they are known now.
    private func previousValues(_ unit: UnitID, _ scope: [UnitID], before period: Period) throws -> [String: Int64]? {
        let previous = period.previous
        if let frozen = try store.frozenReport(kind: period.kind, unit: unit, period: previous) {
            return try FrozenModel.report(frozen.fact).figures.compactMapValues { figure in
                guard figure.unit == .count || figure.unit == .yuan else { return nil }
                return figure.value.flatMap { Int64(exactly: $0) }
            }
        }
        let known = try store.sums(units: scope, dates: previous.days)
        return known.isEmpty ? nil : FigureValues.of(known)
    }

    private func yearBefore(_ period: Period) -> Period? {
        switch period.kind {
        case .day, .week: nil
        case .month: period.advanced(by: -12)
        case .quarter: period.advanced(by: -4)
        case .year: period.previous
        }
    }

    private func tasks(_ scope: [UnitID], _ facts: ReportFacts) throws -> ReportTasks {
        let period = facts.period
        let days = facts.days.lowerBound.ordinal...facts.days.upperBound.ordinal
        var tasks = ReportTasks(
            daily: try store.tasks(
                TaskFilter(units: scope, level: .day, product: .inventory, periods: days, byDue: false)))
        let below: PeriodKind? =
            switch period.kind {
            case .day, .week: nil
            case .month: .week
            case .quarter: .month
            case .year: .quarter
            }
        for level in [below, period.kind].compactMap(\.self) where level > .day {
            guard let periods = period.periods(level) else { continue }
            tasks.unitTasks += try store.tasks(
                TaskFilter(units: scope, level: level, periods: periods, byDue: false)
            ).filter { task in
                if case .unit = task.subject { return true }
                return false
            }
        }
        if period.kind <= .week {
            tasks.pending = try store.tasks(
                TaskFilter(
                    units: scope, states: [.open, .returned],
                    dueBefore: Instant(period.next.lastDay + 1, .midnight)))
        }
        return tasks
    }

    private func lines(_ scope: [UnitID], _ facts: ReportFacts) throws -> [RecordedLine] {
        let found: [RecordedEntry]
        switch facts.kind {
        case .day: found = try store.entries(EntryFilter(units: scope, dates: facts.days))
        case .week:
            found = try store.entries(
                EntryFilter(units: scope, dates: facts.days, includeAutomatic: false, limit: Self.lineLimit))
        case .quarter:
            found = try [ActivityKind.plan, .activity].flatMap {
                try store.entries(EntryFilter(units: scope, dates: facts.days, kind: $0, limit: Self.lineLimit))
            }
        case .month, .year: found = []
        }
        return found.map { RecordedLine(entry: $0.entry, seq: $0.seq, recordedAt: $0.recordedAt) }
    }

    /// Rules of the unit and below, and those from above that ask each unit of a kind.
    private func isAsked(_ rule: Rule, of unit: UnitID, _ above: [UnitID]) -> Bool {
        if tree.contains(rule.scope, below: unit) { return true }
        guard above.contains(rule.scope), case .units(let kinds) = rule.fanOut else { return false }
        return tree.subtree(of: unit).contains { tree.byID[$0].map { kinds.contains($0.kind.rawValue) } ?? false }
    }

    /// What rules will ask for in the next week and nobody has a task for yet. Daily work is not listed.
    private func agenda(_ unit: UnitID, _ facts: ReportFacts) throws -> [ComingTask] {
        let next = facts.period.next
        let above = tree.ancestors(of: unit)
        var coming: [ComingTask] = []
        for rule in try store.rules() where rule.level > .day {
            guard isAsked(rule, of: unit, above) else { continue }
            // After-end rules are due in the period after their own.
            let candidates = [-1, 0, 1].map { Period(rule.level, containing: next.firstDay).advanced(by: $0) }
            for period in candidates {
                guard let revision = rule.revision(in: period), let creation = rule.creation(of: period),
                    creation > facts.asOf,
                    case .due(let at, let provisional) = revision.due.due(in: period, calendar: calendar),
                    next.contains(at.date)
                else { continue }
                coming.append(ComingTask(rule: rule, period: period, dueAt: at, provisional: provisional))
            }
        }
        return coming
    }
}
