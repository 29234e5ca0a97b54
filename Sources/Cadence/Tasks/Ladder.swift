public import WorkCalendar

/// Reminders and overdue levels, computed from the due time; nothing of it is stored.
public struct Ladder: Sendable {
    public let steps: [LadderStep]
    private let calendar: WorkingDayCalendar

    public init(steps: [LadderStep], calendar: WorkingDayCalendar) {
        self.steps = steps
        self.calendar = calendar
    }

    /// When a step is reached for a limit that runs from `start` to `due`. Working time counts each working day as 24
    /// hours.
    public func instant(of step: LadderStep, start: Instant, due: Instant) -> Instant {
        switch step.moment {
        case .workingDaysAfter(let days):
            return calendar.adding(workingDays: days, to: due.date).map { Instant($0, due.timeOfDay) } ?? due
        case .percent(let percent):
            guard percent < 100 else { return due }
            return point(percent: percent, from: start, to: due)
        case .daysBefore(let days):
            // What ends with a day is due at the first moment of the next.
            return Instant((due + -1).date - days, .midnight)
        }
    }

    /// Steps passed after the limit: 0 up to the due time, 1 from then on, one more with each later step.
    public func overdueLevel(of task: Obligation, now: Instant) -> Int {
        guard task.status.isPending, !task.lapses, now > task.dueAt else { return 0 }
        // What rests on an unpublished year is nobody's breach: the limit is not known yet.
        if task.provisional, task.limit != nil { return 0 }
        let later = steps.filter { step in
            guard case .workingDaysAfter = step.moment else { return false }
            return instant(of: step, start: task.dueAt, due: task.dueAt) < now
        }
        return 1 + later.count
    }

    /// Calendar days of the last warning that was passed before what `task` gave leave to lapses; nil before the first.
    public func warning(of task: Obligation, now: Instant) -> Int? {
        guard task.status.isPending, task.lapses else { return nil }
        return steps.compactMap { step -> Int? in
            guard case .daysBefore(let days) = step.moment else { return nil }
            return instant(of: step, start: task.dueAt, due: task.dueAt) <= now ? days : nil
        }.min()
    }

    /// The instant at which `percent` of the working time between the two has gone by.
    private func point(percent: Int, from start: Instant, to due: Instant) -> Instant {
        let total = workingMilliseconds(from: start, to: due)
        guard total > 0 else { return due }
        var rest = total * Int64(percent) / 100
        // The working days between are consecutive ranks, so the day of the point is found by its rank.
        let dayLength: Int64 = 86_400_000
        var date = start.date
        if calendar.isWorkingDay(date) {
            let left = Instant(date + 1, TimeOfDay.midnight).milliseconds - start.milliseconds
            if rest <= left { return Instant(milliseconds: start.milliseconds + rest) }
            rest -= left
        }
        let whole = Int(rest / dayLength)
        guard let day = calendar.adding(workingDays: whole + 1, to: date) else { return due }
        date = day
        return Instant(milliseconds: Instant(date, TimeOfDay.midnight).milliseconds + rest % dayLength)
    }

    private func workingMilliseconds(from start: Instant, to end: Instant) -> Int64 {
        guard end > start else { return 0 }
        let dayLength: Int64 = 86_400_000
        if start.date == end.date {
            return calendar.isWorkingDay(start.date) ? end.milliseconds - start.milliseconds : 0
        }
        var sum: Int64 = 0
        if calendar.isWorkingDay(start.date) {
            sum += Instant(start.date + 1, TimeOfDay.midnight).milliseconds - start.milliseconds
        }
        if calendar.isWorkingDay(end.date) {
            sum += end.milliseconds - Instant(end.date, TimeOfDay.midnight).milliseconds
        }
        if start.date + 1 <= end.date - 1 {
            sum += Int64(calendar.workingDays(in: (start.date + 1)...(end.date - 1))) * dayLength
        }
        return sum
    }
}
