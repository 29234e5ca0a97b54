import Identifiers
import Promotion
import Reporting
import WorkCalendar

extension ReportLoading {
    /// Facts of earlier days that an issue before this one can have missed, and the issues that they may belong to.
    func loadLearntLater(_ scope: [UnitID], into facts: inout ReportFacts) throws {
        let unit = facts.unit.id
        let before = facts.coversFrom ?? facts.period
        let previous = try store.previousFrozenReport(kind: facts.kind, unit: unit, before: before)
        var issues = try laterIssues(facts)
        // Whatever shows as late here was learnt after each issue that covered its date or a later one.
        let base = previous.map(\.fact.asOfSeq) ?? issues.map(\.asOfSeq).min()
        guard let base else { return }
        let since = facts.period.owner(.year).previous.firstDay
        let found = try onceCounted(
            store.postings(units: scope, since: since, before: facts.days.lowerBound, afterSeq: base), scope, base)
        var lines: [String: RecordedEntry] = [:]
        for source in Set(found.map(\.posting.source)) {
            if let id = EntryID(source), let recorded = try store.entry(id) { lines[source] = recorded }
        }
        var known: [String: Int64] = [:]
        for row in found where lines[row.posting.source] == nil {
            let key = row.posting.source + " " + row.posting.indicator
            if known[key] == nil { known[key] = try firstPosted(row.posting) }
        }
        facts.learntLater = found.map { row in
            let line = lines[row.posting.source]
            let first = line?.seq ?? known[row.posting.source + " " + row.posting.indicator]
            return LearntFact(posting: row.posting, seq: row.seq, firstSeq: first ?? row.seq, line: line?.entry)
        }
        // Back to the issue of the oldest of these dates within the year.
        let oldest = found.map(\.posting.date).filter { $0 >= ReportDays.startOfYear(facts.period) }.min()
        var issue = previous
        while let current = issue {
            issues.append(Self.issue(current.fact))
            guard let oldest, current.fact.period.firstDay > oldest else { break }
            issue = try store.previousFrozenReport(kind: facts.kind, unit: unit, before: current.fact.period)
        }
        facts.issues = issues
    }

    /// What counts once a day, as what it changed: whether it did depends on what was known before.
    private func onceCounted(_ found: [RecordedPosting], _ scope: [UnitID], _ base: Int64) throws -> [RecordedPosting] {
        var rows = found.filter { $0.posting.about == nil }
        let once = Dictionary(grouping: found.filter { $0.posting.about != nil }, by: \.posting.indicator)
        for (indicator, postings) in once {
            let dates = postings.map(\.posting.date)
            guard let first = dates.min(), let last = dates.max() else { continue }
            rows += try store.postings(PostingFilter(units: scope, indicator: indicator, dates: first...last))
                .countedOnce().filter { $0.seq > base }
        }
        return rows.sorted {
            ($0.seq, $0.posting.date, $0.posting.source) < ($1.seq, $1.posting.date, $1.posting.source)
        }
    }

    /// Issues of later periods that were frozen before: they have shown late facts of this report's past already.
    private func laterIssues(_ facts: ReportFacts) throws -> [FrozenIssue] {
        var issues: [FrozenIssue] = []
        var period = facts.period.next
        while period.firstDay <= facts.asOf.date {
            if let later = try store.frozenReport(kind: facts.kind, unit: facts.unit.id, period: period) {
                issues.append(Self.issue(later.fact))
            }
            period = period.next
        }
        return issues
    }

    private static func issue(_ fact: ReportFrozen) -> FrozenIssue {
        FrozenIssue(period: fact.period, coversFrom: fact.coversFrom, asOfSeq: fact.asOfSeq)
    }

    /// The event by which a record first counted for an indicator: a project that is known for long may still report a
    /// start late.
    private func firstPosted(_ posting: Posting) throws -> Int64? {
        guard let noun = RecordNouns.type(ofID: posting.source) else { return nil }
        return try firstPosted(noun, posting)
    }

    private func firstPosted<Record: PromotionRecord>(_ noun: Record.Type, _ posting: Posting) throws -> Int64? {
        try store.events(subject: posting.source, limit: Int.max).last { event in
            let fact = try? FactCoding.decode(RecordChanged<Record>.self, from: event.payload)
            return fact?.after?.postings.contains { $0.indicator == posting.indicator } ?? false
        }?.seq
    }
}
