import Bureau
import Cadence
import Identifiers
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

extension Simulation {
    struct HumanAct: Sendable {
        enum Kind: Sendable, Equatable {
            case submit, giveBack, submitAgain
            case resume(String)
        }
        var task: TaskID
        var kind: Kind
    }

    /// From the first day to the last: step, people, whatever happens; checks after each.
    func run() async throws -> SimulationOutcome {
        do {
            var acts = plan.acts[...]
            var next = try await step()
            var quarter = Period(.quarter, containing: plan.from)
            while clock.now() < end {
                let human = moments.first.map { Instant(milliseconds: $0) }
                let moment = [next, human, acts.first?.at, end].compactMap(\.self).min() ?? end
                let now = clock.now()
                if moment > now { clock.pass(moment - now) }
                let arrived = clock.now()
                if let act = acts.first, act.at <= arrived {
                    acts.removeFirst()
                    try await perform(act)
                }
                try await people()
                next = try await step()
                let current = Period(.quarter, containing: clock.now().date)
                if current != quarter, clock.now() < end {
                    try await checkEverything(until: quarter.lastDay)
                    quarter = current
                }
            }
            try await checkEverything(until: plan.until - 1)
            try await finish()
        } catch {
            // The store refuses a second task of one key; nothing else may go wrong.
            found("\(error)".contains("UNIQUE constraint failed: task.source") ? 1 : 0, "\(error)")
        }
        outcome.tasks = rows.count
        return outcome
    }

    /// One look of the scheduler at the clock, with its crash where there are crashes.
    func step() async throws -> Instant? {
        outcome.steps += 1
        let crash = plan.crashes ? Int.random(in: 0..<4, using: &numbers) : -1
        if crash >= 0 { outcome.crashes += 1 }
        if crash == 0 { restart() }
        var next: Instant?
        let seq = lastSeq
        if crash == 1 {
            crashesInside.arm()
            do { next = try await bureau.tick() } catch is SimulatedCrash {}
            restart()
        }
        let before = crashesInside.commits
        next = try await bureau.tick()
        box.facts.withLock { $0.restarted = false }
        if plan.bug?.number == 7, rows.count % 7 == 3 {
            let earlier = (clock.now() - 40 * Instant.day).iso8601
            counter += 1
            _ = try await store.write(Command(id: "bug-\(counter)", actor: "bug", verb: "bug", digest: [])) { writing in
                try writing.setMark("clock.mark", earlier)
                return Outcome(undoable: false)
            }
        }
        if crash == 2 { restart() }
        let made = try await checkNews()
        // Reading the clock's record may cost one commit beside.
        if crash != 1, crashesInside.commits - before > 2 + (made + 4999) / 5000 {
            found(25, "\(crashesInside.commits - before) commits for \(made) rows")
        }
        if let next, next <= clock.now() + Instant.minute, lastSeq == seq,
            !moments.contains(where: { $0 <= next.milliseconds })
        {
            let due = rows.values.contains { $0.status.isPending && $0.dueAt > clock.now() - 40 * Instant.day }
            if next.milliseconds % Instant.minute != 0 || !due { found(26, "woken at \(next) for nothing") }
        }
        if !isSuspect { try await tell(crash: crash) }
        return next.map { max($0, clock.now() + 1) }
    }

    // MARK: people

    func schedule(_ act: HumanAct, at: Instant) {
        let at = max(at, clock.now() + Instant.minute).milliseconds
        if humans[at] == nil {
            let index = moments.firstIndex { $0 > at } ?? moments.endIndex
            moments.insert(at, at: index)
        }
        humans[at, default: []].append(act)
    }

    /// Early, late, never or returned: by seed and task, whatever else happens.
    func engage(_ task: Obligation) {
        var numbers = SeededNumbers(
            plan.seed &+ UInt64(bitPattern: Int64(Self.hash("\(task.source) \(task.subject) \(task.occurrence)"))))
        let temper = Int.random(in: 0..<100, using: &numbers)
        let early = task.dueAt - Int64([3, 7].randomElement(using: &numbers) ?? 3) * Instant.hour - 30 * Instant.minute
        switch temper {
        case ..<60: schedule(HumanAct(task: task.id, kind: .submit), at: early)
        case ..<80:
            let days = Int64(Int.random(in: 1..<4, using: &numbers))
            schedule(HumanAct(task: task.id, kind: .submit), at: task.dueAt + days * Instant.day - Instant.hour)
        case ..<90: break
        default:
            schedule(HumanAct(task: task.id, kind: .submit), at: early)
            schedule(HumanAct(task: task.id, kind: .giveBack), at: early + 2 * Instant.hour)
            schedule(HumanAct(task: task.id, kind: .submitAgain), at: early + 26 * Instant.hour)
        }
    }

    private static func hash(_ text: String) -> Int {
        text.utf8.reduce(5381) { ($0 &* 33) &+ Int($1) }
    }

    func people() async throws {
        while let moment = moments.first, moment <= clock.now().milliseconds {
            moments.removeFirst()
            let acts = humans.removeValue(forKey: moment) ?? []
            var changes: [(TaskID, ObligationStatus, ObligationStatus, String)] = []
            for act in acts {
                if case .resume(let policy) = act.kind {
                    try await resume(policy)
                    continue
                }
                guard let task = rows[act.task] else { continue }
                if waitsForAll(task), act.kind != .giveBack, plan.bug?.number != 16 {
                    if task.status.isPending { await submitParent(task) }
                    continue
                }
                // One act a task at a moment: after an outage several may fall together.
                guard !changes.contains(where: { $0.0 == task.id }) else { continue }
                if let change = change(act, task) { changes.append(change) }
            }
            guard !changes.isEmpty else { continue }
            counter += 1
            let known = changes
            let command = Command(
                id: "people-\(counter)", actor: "O-5", verb: "task.submit", digest: [UInt8(counter % 251)])
            lastAct = (command.id, command.digest)
            _ = try await store.write(command) { writing in
                for (task, before, after, verb) in known {
                    try writing.append(NewEvent(verb, task, TaskChanged(task: task, before: before, after: after)))
                }
                return Outcome()
            }
            _ = try await checkNews()
        }
    }

    private func change(_ act: HumanAct, _ task: Obligation) -> (TaskID, ObligationStatus, ObligationStatus, String)? {
        var after = task.status
        let now = clock.now()
        switch act.kind {
        case .submit, .submitAgain:
            guard task.status.isPending else { return nil }
            after.state = task.product == .inventory ? .accepted : .submitted
            after.submittedAt = now
            after.submittedBy = "O-5"
            return (task.id, task.status, after, "task.submitted")
        case .resume: return nil
        case .giveBack:
            guard [.submitted, .accepted].contains(task.status.state),
                !(plan.rules.first { "R-\($0.id)" == task.source }?.freeze != nil)
            else { return nil }
            after.state = .returned
            return (task.id, task.status, after, "task.returned")
        }
    }

    private func waitsForAll(_ task: Obligation) -> Bool {
        plan.rules.contains { "R-\($0.id)" == task.source && $0.waitsForAll }
    }

    /// A parent that waits for all is submitted by the use case, which refuses while a child is missing.
    private func submitParent(_ task: Obligation) async {
        do {
            _ = try await bureau.submitTask(CommandWords([task.id.description]), caller: caller(1005))
        } catch {
            // Refused: children are missing. It is tried again in two days.
            if clock.now() < task.dueAt + 10 * Instant.day {
                schedule(HumanAct(task: task.id, kind: .submit), at: clock.now() + 2 * Instant.day)
            }
        }
        _ = try? await checkNews()
    }

    // MARK: messages

    /// Decided, committed, delivered, acknowledged; with a crash in between where one is due.
    func tell(crash: Int) async throws {
        let now = clock.now()
        var pending = rows.values.filter(\.status.isPending).sorted { $0.id < $1.id }
        if plan.bug?.number == 10 {
            pending += rows.values.filter { $0.status.state == .submitted }.map {
                var stale = $0
                stale.status = .open
                return stale
            }
        }
        guard !pending.isEmpty else { return }
        let calendar = try await currentCalendar()
        var decision = ReminderDecision(calendar: calendar, roster: roster)
        if plan.bug?.number == 20 { decision.misfireGrace = .max }
        let waiting = pending.map {
            ReminderDecision.Pending(
                task: $0, steps: LadderStep.standard, start: Instant($0.period.firstDay, .midnight))
        }
        var known = told
        if plan.bug?.number == 11 { known = known.mapValues { $0 > 2 ? 0 : $0 } }
        var reminders = decision.decide(waiting, told: known, now: now).reminders
        if plan.bug?.number == 11 {
            for index in reminders.indices {
                reminders[index].key += "/again\(outcome.steps)"
                for item in reminders[index].items.indices where reminders[index].items[item].level > 2 {
                    reminders[index].items[item].level = outcome.steps % 3 + 1
                }
            }
        }
        guard !reminders.isEmpty else { return }
        let early = plan.bug?.number == 8
        if early { for reminder in reminders { deliver(reminder) } }
        if crash == 3 && early { return restart() }
        counter += 1
        let count = reminders.count
        _ = try await store.write(Command(id: "outbox-\(counter)", actor: "zsd", verb: "outbox", digest: [])) {
            writing in
            try writing.setMark("simulation.outbox", String(count))
            return Outcome(undoable: false)
        }
        for reminder in reminders {
            committed.insert(reminder.key)
            for item in reminder.items {
                told[ReminderDecision.Told(task: item.task, recipient: reminder.recipient)] = item.level
            }
            if plan.bug?.number == 9, crash == 3 {
                acknowledged[reminder.key, default: 0] += 1
                continue
            }
            if !early { deliver(reminder) }
            // Nobody noted that it arrived: it is sent again, and the receiver knows it by its key.
            if crash == 3 { deliver(reminder, again: true) }
            acknowledged[reminder.key, default: 0] += 1
        }
        checkReminders(reminders, now)
        if crash == 3 { restart() }
    }

    private func deliver(_ reminder: Reminder, again: Bool = false) {
        delivered[reminder.key, default: 0] += 1
    }

    var roster: Roster {
        Roster(
            offices: [
                Roster.Office(id: UnitID(1), parent: nil, kind: "bureau", active: true),
                Roster.Office(id: UnitID(2), parent: UnitID(1), kind: "taskForce", active: true),
            ],
            members: (Self.people.map { member($0) } + [member((5, 0, nil))]).map { officer in
                Roster.Member(
                    id: officer.id, roles: Set(officer.roles.map(\.rawValue)),
                    stretches: officer.memberships.map {
                        Roster.Stretch(unit: $0.unit, from: $0.from, until: $0.until)
                    },
                    leave: officer.leave.map { $0.from...$0.until }, active: true)
            })
    }

    func currentCalendar() async throws -> WorkingDayCalendar {
        if let built, built.revision == revision { return built.calendar }
        let notices = try await store.read { try $0.notices() }
        let calendar = try WorkingDayCalendar(notices: notices)
        built = (revision, calendar)
        return calendar
    }
}
