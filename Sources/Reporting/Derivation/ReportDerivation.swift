import Identifiers
import Labels
import Promotion
public import ReportModel
import WorkCalendar

/// Facts → report. Pure: the same facts give the same report, to the byte.
public enum ReportDerivation {
    public static func derive(_ facts: ReportFacts) -> Report {
        let page = ReportPage(facts)
        let sections =
            switch facts.kind {
            case .day: page.daySections
            case .week: page.weekSections
            case .month: page.monthSections
            case .quarter: page.quarterSections
            case .year: page.yearSections
            }
        let kind = page.kindName
        let period = page.periodTitle
        let unit = facts.unit.name
        return Report(
            kind: facts.kind.rawValue, unit: facts.unit.id.description, unitName: unit,
            period: facts.period.key, coversFrom: facts.coversFrom?.key, state: facts.state, asOfSeq: facts.asOfSeq,
            asOf: facts.asOf.iso8601, engine: Engine.number, version: facts.version,
            title: Phrase(
                zh: "\(unit.zh)\(kind.zh)（\(period.zh)）", en: "\(unit.en): \(kind.en), \(period.en)"),
            sections: (page.noticeSection + sections + [page.annexSection]).filter { !$0.blocks.isEmpty },
            figures: page.book.figures)
    }
}

extension ReportDerivation {
    /// The facts behind a figure of late entries or corrections: `late.K19.out`, `corrected.entries.amount`,
    /// `lastYear.late.entries.count`. By seq; they add up to the figure.
    public static func lateFacts(_ facts: ReportFacts, key: String) -> [LearntFact] {
        var rest = key[...]
        func take(_ prefix: String) -> Bool {
            guard rest.hasPrefix(prefix) else { return false }
            rest = rest.dropFirst(prefix.count)
            return true
        }
        let lastYear = take("lastYear.")
        let corrections = !take("late.")
        guard !corrections || take("corrected.") else { return [] }
        let indicator = FigureValues.indicator(of: String(rest))
        let late = LateFacts(facts)
        return (lastYear ? late.lastYear : late.rows).filter {
            $0.isCorrection == corrections && $0.fact.posting.indicator == indicator
        }.map(\.fact)
    }
}
