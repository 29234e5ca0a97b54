import Identifiers
import WorkCalendar

extension FirstTalkClaim {
    /// A conflict counts once, for the claim that came later and met the other.
    public var postings: [Posting] {
        guard conflicts.contains(where: { $0.claim < id }) else { return [] }
        return [
            Posting(
                date: filedAt.date, unit: unitID, officer: officer, indicator: Indicator.claimConflicts, value: 1,
                source: id.description)
        ]
    }
}
