import Identifiers

extension Lead {
    /// One on the day it came in, for the unit that brought it in: wherever it goes later, it was received there.
    public var postings: [Posting] {
        [
            Posting(
                date: receivedOn, unit: sourceUnit, officer: nil, indicator: Indicator.leads, value: 1,
                source: id.description)
        ]
    }
}
