public import WorkCalendar

extension Rule {
    /// When the tasks of `period` come to be: 00:00 of its first day; for after-end rules, of the day after it.
    public func creation(of period: Period) -> Instant? {
        guard let revision = revision(in: period) else { return nil }
        if case .afterEndWorkday = revision.due.day { return Instant(period.lastDay + 1, .midnight) }
        return Instant(period.firstDay, .midnight)
    }

    /// The period that comes after `watermark`, or the rule's first.
    public func nextPeriod(after watermark: Period?) -> Period? {
        guard let start else { return nil }
        let next = watermark.map { max($0.next, start) } ?? start
        return revision(in: next) == nil ? nil : next
    }

    /// The newest period that has come into being by `now`.
    public func currentPeriod(at now: Instant) -> Period {
        let containing = Period(level, containing: now.date)
        guard let revision = revision(in: containing) ?? revisions.last else { return containing }
        if case .afterEndWorkday = revision.due.day { return containing.previous }
        return containing
    }

    /// The first period from that of `now` on whose work is not due yet: where a rule made now begins.
    public static func firstPeriod(
        _ level: PeriodKind, due: DueRule, now: Instant, calendar: WorkingDayCalendar
    ) -> Period {
        var period = Period(level, containing: now.date)
        // A period may be empty or over; a year of them in a row may not.
        for _ in 0..<400 {
            if case .due(let at, _) = due.due(in: period, calendar: calendar), at > now { return period }
            if case .waived = due.due(in: period, calendar: calendar), Instant(period.lastDay + 1, .midnight) > now {
                return period
            }
            period = period.next
        }
        return period
    }
}
