import Bureau
import Cadence
import Identifiers
import Synchronization
import WorkCalendar

/// One mistake an invariant exists for, planted around the step or the store. The number is the invariant's.
struct PlantedBug: Sendable, CustomStringConvertible {
    var number: Int
    var words: String
    var description: String { "I\(number) \(words)" }

    static let all: [PlantedBug] = [
        "a row twice", "a week left out", "a period made before it begins", "a due time a day late",
        "due on a day off", "a modified roll into the next month", "the high-water mark set back",
        "told before the commit", "acknowledged before it is delivered", "reminded after submission",
        "a lower step told after a higher", "missed before it is due", "a closed task missed",
        "a unit's week left out", "an officer's days left out", "closed over missing children",
        "a late entry dated today", "a backfill that moves a row", "skip treated as fill",
        "told one by one after an outage", "work of the first step after a restart lost", "jumps of the clock unseen",
        "a forecast without make-up days", "an epoch taken back", "one commit a row", "woken every second",
        "rows in an order of chance",
    ].enumerated().map { PlantedBug(number: $0.offset + 1, words: $0.element) }

    /// What the step wrapper knows of the world.
    final class Box: Sendable {
        struct Facts: Sendable {
            var openNotDue: TaskID?
            var closed: TaskID?
            var restarted = false
        }
        let facts = Mutex(Facts())
    }

    /// The scheduler's step with the bug around it.
    func stepping(_ box: Box) -> Bureau.Stepping {
        let number = self.number
        return { scheduler, state, now in
            var step = scheduler.step(state, now: now)
            let facts = box.facts.withLock { $0 }
            switch number {
            case 5, 4, 6, 1, 2, 14, 15, 27:
                step.acts = step.acts.compactMap { Self.changed($0, number, state.calendar) }
            case 3:
                for case .materialise(var event) in step.acts
                where event.rule == RuleID(1) && event.period.firstDay.day == 11 {
                    event.period = event.period.next.next.next
                    step.acts.append(.materialise(event))
                }
            case 12:
                if let task = facts.openNotDue, !step.acts.isEmpty {
                    step.acts.append(.miss(TasksMissed(tasks: [task], at: now, cause: "grace")))
                }
            case 13:
                if let task = facts.closed, !step.acts.isEmpty {
                    step.acts.append(.miss(TasksMissed(tasks: [task], at: now, cause: "grace")))
                }
            case 21 where facts.restarted:
                step.acts.removeAll { if case .materialise(let event) = $0 { event.rule == RuleID(1) } else { false } }
            case 25:
                if step.acts.count > 1 {
                    step.acts = Array(step.acts.prefix(1))
                    step.isPartial = true
                }
            case 26: step.nextEventAt = now + Instant.second
            default: break
            }
            return step
        }
    }

    private static func changed(_ act: SchedulerAct, _ number: Int, _ calendar: WorkingDayCalendar) -> SchedulerAct? {
        guard case .materialise(var event) = act else { return act }
        let rule = event.rule.number
        switch number {
        case 1 where rule == 2: event.rows += event.rows.prefix(1)
        case 2 where rule == 2 && event.period.ordinal % 3 == 0: return nil
        case 4 where rule == 2:
            for index in event.rows.indices { event.rows[index].dueAt = event.rows[index].dueAt + Instant.day }
        case 5 where rule == 2:
            for index in event.rows.indices {
                var day = event.rows[index].dueAt.date
                while calendar.isWorkingDay(day) { day = day + 1 }
                event.rows[index].dueAt = Instant(day, event.rows[index].dueAt.timeOfDay)
            }
        case 6 where rule == 6:
            for index in event.rows.indices { event.rows[index].dueAt = event.rows[index].dueAt + 10 * Instant.day }
        case 14 where rule == 2:
            event.rows = Array(event.rows.dropLast())
            if event.rows.isEmpty { return nil }
        case 15 where rule == 1 && event.period.firstDay.day % 5 == 0:
            event.rows = Array(event.rows.dropFirst())
            if event.rows.isEmpty { return nil }
        case 27: event.rows.shuffle()
        default: break
        }
        return .materialise(event)
    }
}
