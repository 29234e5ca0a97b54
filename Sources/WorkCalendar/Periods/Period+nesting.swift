extension Period {
    /// The one month to which a day, a week (by its Thursday) or a month belongs; nil for quarters and years.
    public var ownerMonth: Period? {
        kind <= .month ? owner(.month) : nil
    }

    /// The period of a larger kind to which this one belongs. A week belongs to the month, quarter and year of its
    /// Thursday, so it is never counted twice. A kind that is not larger answers the period itself.
    public func owner(_ kind: PeriodKind) -> Period {
        guard kind > self.kind else { return self }
        return Period(kind, containing: self.kind == .week ? firstDay + 3 : firstDay)
    }

    /// The ordinals of the periods of `kind` that belong to this one: exactly those whose ``owner(_:)`` of this kind it
    /// is. The period itself for its own kind; nil for a larger kind.
    public func periods(_ kind: PeriodKind) -> ClosedRange<Int>? {
        guard kind < self.kind else { return kind == self.kind ? ordinal...ordinal : nil }
        guard kind == .week else {
            return Period(kind, containing: firstDay).ordinal...Period(kind, containing: lastDay).ordinal
        }
        // The Thursday of week w is day 7 × w.
        return (firstDay.ordinal + 6).flooredQuotient(by: 7)...lastDay.ordinal.flooredQuotient(by: 7)
    }
}
