import Cadence
import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

/// Every figure of one report, and the exact numbers they are made of. Sections lay out; all counting is done here.
struct FigureBook {
    var figures: [String: Figure] = [:]
    let own: [String: Int64]
    let toDate: [String: Int64]
    let previous: [String: Int64]?
    let lastYear: [String: Int64]?
    let late: LateFacts
    let completeness: Completeness
    let cohorts: CohortFigures
    /// Targets of the report's own unit, by indicator.
    let targets: [TargetProgress]

    init(_ facts: ReportFacts) {
        own = FigureValues.of(facts.sums.own)
        toDate = FigureValues.of(facts.sums.toDate)
        previous = facts.sums.previous
        lastYear = facts.sums.lastYear.map(FigureValues.of)
        late = LateFacts(facts)
        completeness = Completeness(facts)
        cohorts = CohortFigures(facts)
        let elapsed = TargetProgress.elapsedMonths(facts.period, asOf: facts.asOf.date)
        let values = toDate
        targets = facts.targets.filter { $0.unit == facts.unit.id }.sorted { $0.indicator < $1.indicator }.map {
            let counted = FigureValues.isCounted($0.indicator)
            return TargetProgress(
                target: $0, reached: counted ? values[$0.indicator] ?? 0 : nil, elapsedMonths: elapsed)
        }
        addSums(facts)
        addLate()
        addCompleteness(facts)
        if facts.kind >= .week { addPipeline(facts) }
        if facts.kind >= .month {
            addTargets()
            addAbsent()
        }
    }

    subscript(_ key: String) -> Int64 { own[key] ?? 0 }

    func cumulative(_ key: String) -> Int64 { toDate[key] ?? 0 }

    /// This period's value minus the previous one's; nil when there is nothing to compare with.
    func change(_ key: String) -> Int64? {
        guard let previous else { return nil }
        return self[key] - (previous[key] ?? 0)
    }

    var mainTarget: TargetProgress? {
        FigureValues.mainIndicator(targets.map(\.target.indicator)).flatMap(target)
    }

    func target(_ key: String) -> TargetProgress? { targets.first { $0.target.indicator == key } }

    /// Keys of kinds or tags that this report has, the largest first, then by name.
    func keys(_ prefix: String) -> [String] {
        own.keys.filter { $0.hasPrefix(prefix) && self[$0] != 0 }.sorted { (-self[$0], $0) < (-self[$1], $1) }
    }

    private mutating func addSums(_ facts: ReportFacts) {
        let keys = Set(own.keys).union(toDate.keys)
        for key in keys {
            var figure = Figure.whole(own[key] ?? 0, key: key)
            figure.previous = previous.map { Double($0[key] ?? 0) }
            figure.samePeriodLastYear = lastYear.map { Double($0[key] ?? 0) }
            figure.target = target(key).flatMap { TargetProgress.share(of: $0.target, in: facts.period) }.map(
                Double.init)
            figures[key] = figure
            var total = Figure.whole(toDate[key] ?? 0, key: key)
            total.target = target(key).map { Double($0.target.annual) }
            figures[key + ".cumulative"] = total
        }
    }

    private mutating func addLate() {
        for (prefix, corrections) in [("late.", false), ("corrected.", true)] {
            for (key, value) in FigureValues.of(late.sums(corrections: corrections)) {
                figures[prefix + key] = Figure.whole(value, key: key)
            }
            guard !late.lastYear.isEmpty else { continue }
            for (key, value) in FigureValues.of(late.sums(corrections: corrections, lastYear: true)) where value != 0 {
                figures["lastYear." + prefix + key] = Figure.whole(value, key: key)
            }
        }
    }

    private mutating func addCompleteness(_ facts: ReportFacts) {
        let total = completeness.total
        // A unit without daily inventories still says who wrote anything.
        let writers = facts.sums.byOfficer.values.filter { sums in
            [Indicator.entries, Indicator.zeroReports].contains { (sums[$0] ?? 0) > 0 }
        }.count
        let counts: [(String, Int)] = [
            ("officers.expected", completeness.officersExpected),
            ("officers.reported", facts.tasks.daily.isEmpty ? writers : completeness.officersReported),
            ("days.expected", total.expected), ("days.reported", total.reported), ("days.zero", total.zero),
            ("days.missing", total.missing), ("days.leave", total.leave),
        ]
        for (key, value) in counts { figures[key] = Figure.whole(Int64(value), key: key) }
        for (key, part) in [("K32.zero", total.zero), ("K32.missing", total.missing)] {
            figures[key] = Figure.of(
                IndicatorFormula.share.value(Fraction(Int64(part)), Fraction(Int64(total.expected))), key: key)
        }
    }

    private mutating func addTargets() {
        for progress in targets {
            let name = progress.target.indicator
            figures["K14.completion.\(name)"] = Figure.of(progress.completion, key: "K14.completion")
            figures["K14.gap.\(name)"] = Figure.of(progress.gap, key: "K14.gap")
        }
        if let main = mainTarget {
            figures["K14.completion"] = Figure.of(main.completion, key: "K14.completion")
            figures["K14.gap"] = Figure.of(main.gap, key: "K14.gap")
        }
    }
}
