import Bureau
import Cadence
import Identifiers
import SQLiteStore
import Synchronization
import WorkCalendar

/// One mistake an invariant exists for, planted around the step, the store or the clock, with the shortest history in
/// which it shows. The number is the invariant's.
struct PlantedBug: Sendable, CustomStringConvertible {
    var number: Int
    var words: String
    /// Days from the first of September 2025.
    var days: Int
    /// What happens beside people's work, by day and hour.
    var acts: [(day: Int, hour: Int64, kind: SimulatedAct.Kind)] = []
    var needsCrashes = false
    var rules = SimulatedRule.banan
    /// Rules that nobody does anything about.
    var neglected: Set<Int64> = []

    /// The seed that shows it.
    private static let seed: UInt64 = 1

    var description: String { "I\(number) \(words)" }

    static let all: [PlantedBug] = [
        PlantedBug(number: 1, words: "a row twice", days: 4),
        PlantedBug(number: 2, words: "a week left out", days: 36),
        PlantedBug(number: 3, words: "a period made before it begins", days: 14),
        PlantedBug(number: 4, words: "a due time a day late", days: 4),
        PlantedBug(number: 5, words: "due on a day off", days: 4),
        PlantedBug(number: 6, words: "a modified roll into the next month", days: 4),
        PlantedBug(number: 7, words: "the high-water mark set back", days: 10),
        PlantedBug(number: 8, words: "told before the commit", days: 10),
        PlantedBug(number: 9, words: "acknowledged before it is delivered", days: 10),
        PlantedBug(number: 10, words: "reminded after submission", days: 10),
        PlantedBug(number: 11, words: "a lower step told after a higher", days: 20),
        PlantedBug(number: 12, words: "missed before it is due", days: 4),
        PlantedBug(number: 13, words: "a closed task missed", days: 10),
        PlantedBug(number: 14, words: "a unit's week left out", days: 20),
        PlantedBug(number: 15, words: "an officer's days left out", days: 20),
        PlantedBug(number: 16, words: "submitted over missing children", days: 42, neglected: [2]),
        PlantedBug(
            number: 17, words: "a late entry dated today", days: 60,
            acts: [(50, 10, .lateEntry), (55, 10, .lateEntry)], rules: SimulatedRule.jiulongpo),
        PlantedBug(
            number: 18, words: "a backfill that moves a row", days: 50, acts: [(44, 10, .backfill(notifies: false))]),
        PlantedBug(
            number: 19, words: "skip treated as fill", days: 20, acts: [(7, 10, .pause(days: 5, policy: "skip"))]),
        PlantedBug(
            number: 20, words: "told one by one after an outage", days: 30,
            acts: [(8, 10, .outage(hours: 200, reboots: false))]),
        PlantedBug(number: 21, words: "work of the first step after a restart lost", days: 12, needsCrashes: true),
        PlantedBug(
            number: 22, words: "jumps of the clock unseen", days: 14,
            acts: [(8, 10, .jumpForward(hours: 3_000, accepted: false))]),
        PlantedBug(number: 23, words: "a step without make-up days", days: 52, acts: [(18, 10, .forecast)]),
        PlantedBug(number: 24, words: "an epoch taken back", days: 14, acts: [(8, 20, .takeover)]),
        PlantedBug(number: 25, words: "one commit a row", days: 4),
        PlantedBug(number: 26, words: "woken every second", days: 4),
        PlantedBug(number: 27, words: "rows in an order of chance", days: 8),
    ]

    func plan() throws -> SimulationPlan {
        guard let from = CivilDate(year: 2025, month: 9, day: 1) else { throw SimulatedCrash() }
        var plan = SimulationPlan(
            seed: Self.seed, rules: rules, from: from, until: from + days, crashes: needsCrashes, bug: self,
            acts: acts.map {
                SimulatedAct(at: Instant(from + $0.day, .midnight) + $0.hour * Instant.hour, kind: $0.kind)
            })
        plan.stopsAt = number
        plan.neglected = neglected
        return plan
    }

    /// What the wrappers know of the world.
    final class Box: Sendable {
        struct Facts: Sendable {
            /// An open task that is not due for an hour.
            var openNotDue: TaskID?
            var closed: TaskID?
            /// A task whose children have not all reported.
            var waiting: TaskID?
            /// Somebody was told more than the first step of a task.
            var told: ReminderDecision.Told?
            var restarted = false
            /// The store of the process that has taken over from the one that asks.
            var successor: SQLiteStore?
        }
        let facts = Mutex(Facts())
    }

    /// The scheduler's step with the bug around it.
    func stepping(_ box: Box) -> Bureau.Stepping {
        let number = self.number
        return { scheduler, state, now in
            var state = state
            if number == 23 { state.calendar = Self.withoutMakeUpDays(state.calendar) }
            var step = scheduler.step(state, now: now)
            let facts = box.facts.withLock { $0 }
            switch number {
            case 1, 2, 4, 5, 6, 14, 15, 27:
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

    private static func withoutMakeUpDays(_ calendar: WorkingDayCalendar) -> WorkingDayCalendar {
        let notices = calendar.notices.values.map { notice in
            var notice = notice
            notice.days.removeAll(where: \.working)
            return notice
        }
        return (try? WorkingDayCalendar(notices: notices)) ?? calendar
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
