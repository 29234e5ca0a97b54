import Identifiers
import WorkCalendar

extension FirstTalkClaim {
    /// It came later than one it stands against, and had to wait.
    public var metAnEarlierOne: Bool { conflicts.contains { $0.claim < id } }

    /// A conflict counts once, for the claim that came later and met the other.
    public var postings: [Posting] {
        guard metAnEarlierOne else { return [] }
        return [
            Posting(
                date: filedAt.date, unit: unitID, officer: officer, indicator: Indicator.claimConflicts, value: 1,
                source: id.description)
        ]
    }
}
