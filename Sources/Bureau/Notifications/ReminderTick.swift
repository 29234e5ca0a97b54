import Cadence
import Identifiers
import Notification
import Promotion
import Synchronization
import WorkCalendar

extension Bureau {
    /// Decides who is to be told what by now and puts it on its way, in one transaction. Costs nothing while there is no
    /// channel, and one small read while nothing has happened.
    ///
    /// - Returns: when the next step of a ladder is reached.
    func remind() async throws -> Instant? {
        let now = clock.now()
        let calendars = self.calendars
        let known = reminderPlan.withLock { $0 }
        let plan = try await store.read { reading in
            let head = try reading.headSeq()
            if let known, known.head == head, known.nextAt.map({ $0 > now }) ?? true {
                return (head, false, known.nextAt)
            }
            let found = try reading.reminders(calendars.calendar(reading), now: now)
            return (head, !found.reminders.isEmpty, found.nextAt)
        }
        guard plan.1 else {
            reminderPlan.withLock { $0 = ReminderPlan(head: plan.0, nextAt: plan.2) }
            return plan.2
        }
        let command = Command(id: "remind-\(plan.0)", actor: "zsd", verb: "reminder.decided", digest: [])
        _ = try await store.write(command) { writing in
            let found = try writing.reminders(calendars.calendar(writing), now: writing.now)
            guard !found.reminders.isEmpty else { return Outcome(undoable: false) }
            try writing.append(
                NewEvent("reminder.decided", "scheduler", RemindersDecided(reminders: found.reminders)))
            try writing.queue(found.reminders)
            return Outcome(undoable: false)
        }
        outgoing.signal()
        return plan.2
    }
}

/// What the last look at the ladders found; it holds until an event is accepted.
struct ReminderPlan: Sendable {
    var head: Int64
    var nextAt: Instant?
}

extension Reading {
    fileprivate func reminders(
        _ calendar: WorkingDayCalendar, now: Instant
    ) throws -> (reminders: [Reminder], nextAt: Instant?) {
        guard try channels().contains(where: \.active) else { return ([], nil) }
        let rules = Dictionary(uniqueKeysWithValues: try self.rules().map { ($0.id.description, $0) })
        let ladders = try clockLadders(on: now.date)
        let silent = try silentTasks()
        let spoken = try tasks(TaskFilter(states: [.open, .returned], byDue: false)).filter { !silent.contains($0.id) }
        let pending = spoken.map { task in
            let rule = rules[task.source]
            return ReminderDecision.Pending(
                task: task, steps: rule?.revision(in: task.period)?.ladder ?? ladders.steps(of: task),
                start: rule?.creation(of: task.period) ?? task.limit?.start
                    ?? Instant(task.period.firstDay, .midnight))
        }
        var decision = ReminderDecision(calendar: calendar, roster: try roster())
        decision.misfireGrace = try misfireGrace(on: now.date)
        decision.quiet = QuietHours(try setting("reminder.quiet_hours", on: now.date))
        if try setting("downtime.amnesty", on: now.date) == "yes", let first = pending.map(\.task.dueAt).min() {
            decision.outages = try outages(since: first).filter { $0.since <= now }
        }
        return decision.decide(pending, told: try told(pending.map(\.task.id)), now: now)
    }
}

extension Writing {
    /// Each message over the channels nearest to its recipient. One that nobody serves stays in the log alone.
    func queue(_ reminders: [Reminder]) throws {
        let channels = try self.channels()
        let tree = UnitTree(try units())
        for reminder in reminders {
            let (officer, home): (OfficerID?, UnitID?) =
                switch reminder.recipient {
                case .officer(let id): (id, try self.officer(id).flatMap { $0.unit(on: now.date) ?? $0.latestUnit })
                case .unit(let id): (nil, id)
                }
            let chosen = ChannelChoice.channels(
                channels, kind: reminder.kind.rawValue, officer: officer,
                units: home.map { tree.ancestors(of: $0) } ?? [])
            for channel in chosen {
                try queue(Delivery(message: reminder.key, channel: channel.id, readyAt: reminder.at))
            }
        }
    }
}
