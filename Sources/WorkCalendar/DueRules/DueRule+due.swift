extension DueRule {
    /// When the work of `period` is due.
    ///
    /// * A period without a working day follows ``whenEmpty``. A single day off has no task at all, unless a rule that
    ///   does not count working days says `keep` or `roll-next`. An after-end rule falls outside its period anyway, so
    ///   its own day serves for both of these policies.
    /// * The modified rolls stay inside `period`; those of after-end rules inside the period of the same kind in which
    ///   the unrolled day lies before its offset.
    /// * Beyond ``WorkingDayCalendar/range`` nothing is rolled, working days are calendar days, and the result is
    ///   provisional.
    public func due(in period: Period, calendar: WorkingDayCalendar) -> DueOutcome {
        guard let reach = calendarDay(of: period, calendar) else { return .omitted }
        guard calendar.covers(period) else { return outcome(reach.day + offset, provisional: true) }
        guard calendar.workingDays(in: period) > 0 else { return dueWhenEmpty(period, reach.day + offset, calendar) }

        let unrolled = reach.day + offset
        guard let rolled = calendar.roll(unrolled, roll, within: reach.owner) else {
            return outcome(unrolled, provisional: true)
        }
        // All that decided the day: from the period's start to the latest day looked at.
        var latest = max(unrolled, rolled, reach.latest)
        if roll == .modifiedFollowing, rolled < unrolled { latest = max(latest, reach.owner.lastDay) }
        let earliest = min(period.firstDay, unrolled, rolled)
        return outcome(rolled, provisional: calendar.isProvisional(earliest...latest))
    }

    private func outcome(_ date: CivilDate, provisional: Bool) -> DueOutcome {
        .due(Instant(date, time), provisional: provisional)
    }

    private func dueWhenEmpty(
        _ period: Period, _ unrolled: CivilDate, _ calendar: WorkingDayCalendar
    ) -> DueOutcome {
        if period.kind == .day, countsWorkingDays { return .omitted }
        var date = unrolled
        switch whenEmpty {
        case .waive: return period.kind == .day ? .omitted : .waived
        case .keep: break
        case .rollNext:
            if case .afterEndWorkday = day { break }
            guard let next = calendar.adding(workingDays: 1, to: period.lastDay) else {
                return outcome(period.lastDay, provisional: true)
            }
            date = next
        }
        let span = min(period.firstDay, date)...max(period.lastDay, date)
        return outcome(date, provisional: calendar.isProvisional(span))
    }

    private var countsWorkingDays: Bool {
        switch day {
        case .workday, .afterEndWorkday: true
        case .day, .last, .weekday: false
        }
    }

    /// A day before its offset and roll.
    private struct Reach {
        var day: CivilDate
        /// The latest day that had to be looked at to find it.
        var latest: CivilDate
        /// The period that modified rolls do not leave.
        var owner: Period
    }

    /// Nil when the rule has no day in the period.
    private func calendarDay(of period: Period, _ calendar: WorkingDayCalendar) -> Reach? {
        switch day {
        case .day(let number, let skip):
            var day = period.firstDay + (number - 1)
            if day > period.lastDay {
                switch skip {
                case .omit: return nil
                case .backward: day = period.lastDay
                case .forward: day = period.lastDay + 1
                }
            }
            return Reach(day: day, latest: day, owner: period)
        case .last:
            return Reach(day: period.lastDay, latest: period.lastDay, owner: period)
        case .weekday(let weekday):
            let first = period.firstDay
            let day = first + (weekday.rawValue - first.weekday.rawValue).flooredRemainder(by: 7)
            return day > period.lastDay ? nil : Reach(day: day, latest: day, owner: period)
        case .workday(let number):
            if number > 0, let day = calendar.nthWorkingDay(number, in: period) {
                return Reach(day: day, latest: day, owner: period)
            }
            let day =
                calendar.nthWorkingDay(number, in: period)
                ?? (number > 0 ? calendar.lastWorkingDay(in: period) : calendar.firstWorkingDay(in: period))
            return Reach(day: day ?? period.lastDay, latest: period.lastDay, owner: period)
        case .afterEndWorkday(let number):
            let day = calendar.adding(workingDays: number, to: period.lastDay) ?? period.lastDay + number
            return Reach(day: day, latest: day, owner: Period(period.kind, containing: day))
        }
    }
}
