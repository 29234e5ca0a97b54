import Promotion
import WorkCalendar

/// Facts of earlier days that the earlier issues could not know: 补报 (records first logged after the issue) and 更正
/// (later changes of records that the issue knew).
///
/// Each fact shows in exactly one issue: in that of its own period when it was known by then, else in the next issue of
/// the kind and unit that was frozen after it was learnt.
struct LateFacts {
    struct Row {
        var fact: LearntFact
        var isCorrection: Bool
    }

    /// Facts of this year, by seq.
    private(set) var rows: [Row] = []
    /// Facts of the year before: they do not belong to this year's cumulative figures.
    private(set) var lastYear: [Row] = []
    /// Facts of earlier periods whose own issue is still to come.
    private(set) var awaitingIssue = 0

    init(_ facts: ReportFacts) {
        let issues = facts.issues.filter { $0.period != facts.period && $0.asOfSeq < facts.asOfSeq }
            .sorted { $0.period < $1.period }
        guard let first = issues.first else { return }
        let yearStart = ReportDays.startOfYear(facts.period)
        let own = facts.days
        for fact in facts.learntLater where fact.posting.date < own.lowerBound && fact.seq <= facts.asOfSeq {
            let date = fact.posting.date
            // What lies before the first issue was in its cumulative figures as an opening balance.
            let home = date < first.days.lowerBound ? first : issues.first { $0.days.contains(date) }
            guard let home else {
                awaitingIssue += 1
                continue
            }
            let base = issues.filter { $0.period >= home.period }.map(\.asOfSeq).max() ?? 0
            guard fact.seq > base else { continue }
            let row = Row(fact: fact, isCorrection: fact.firstSeq <= base)
            if date < yearStart { lastYear.append(row) } else { rows.append(row) }
        }
    }

    /// Sums by indicator.
    func sums(corrections: Bool, lastYear: Bool = false) -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for row in lastYear ? self.lastYear : rows where row.isCorrection == corrections {
            sums[row.fact.posting.indicator, default: 0] += row.fact.posting.value
        }
        return sums
    }
}
