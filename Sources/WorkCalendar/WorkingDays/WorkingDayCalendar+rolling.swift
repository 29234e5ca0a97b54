extension WorkingDayCalendar {
    /// Moves `date` to a working day; a working day stays.
    ///
    /// The modified rolls turn round rather than leave `period`, or the month of `date` when it is nil. A date outside
    /// the period is first moved to the period's nearest day. Nil when the answer lies outside ``range``, and for
    /// modified rolls when the period has no working day.
    public func roll(_ date: CivilDate, _ roll: Roll, within period: Period? = nil) -> CivilDate? {
        switch roll {
        case .none: return Self.range.contains(date) ? date : nil
        case .following: return following(date)
        case .preceding: return preceding(date)
        case .modifiedFollowing, .modifiedPreceding:
            let owner = period ?? Period(.month, containing: date)
            let start = min(max(date, owner.firstDay), owner.lastDay)
            let ways =
                roll == .modifiedFollowing
                ? [following(start), preceding(start)] : [preceding(start), following(start)]
            return ways.lazy.compactMap(\.self).first(where: owner.contains)
        }
    }

    /// The first working day on or after `date`.
    private func following(_ date: CivilDate) -> CivilDate? {
        guard Self.range.contains(date) else { return nil }
        return select(rank(date - 1) + 1)
    }

    /// The last working day on or before `date`.
    private func preceding(_ date: CivilDate) -> CivilDate? {
        guard Self.range.contains(date) else { return nil }
        return select(rank(date))
    }
}
