import Cadence
import Identifiers
import Labels
import Logging
import Promotion
import Synchronization
public import WorkCalendar

extension Bureau {
    /// Brings the store up to `now`: tasks that must exist, tasks that were missed, reports to freeze. Chunk by chunk;
    /// each chunk is decided inside the transaction that commits it, so two ticks at once cannot double anything.
    /// Returns when something happens next by itself.
    ///
    /// Does nothing while the clock is not believed in, and throws `fenced` where another process has taken the store over.
    @discardableResult
    public func tick() async throws -> Instant? {
        try await store.checkEpoch()
        let record = try await lookAtClock()
        guard record.hold == nil else {
            nextEvent.withLock { $0 = nil }
            return nil
        }
        while true {
            let plan = try await decide(record)
            guard plan.isDue else {
                let next = [plan.nextEventAt, try await remind()].compactMap(\.self).min()
                nextEvent.withLock { $0 = next }
                tellWatchers()
                // Where time moves by command only, nothing else says that quiet hours are over.
                if clock.isVirtual { outgoing.signal() }
                return next
            }
            // Each chunk decides for itself, and knows whether it was the last.
            while try await fire(record) { try Task.checkCancellation() }
            try Task.checkCancellation()
        }
    }

    /// Reads only: an idle tick costs no commit, and little more than a look at the log's head while nothing happens.
    private func decide(_ record: TimeRecord) async throws -> TickPlan {
        let (calendars, stepping) = (self.calendars, self.stepping)
        // A clock that was set back a little stands still for the scheduler until time catches up.
        let now = max(clock.now(), record.reached)
        let acted = actedUpTo.withLock { $0 }
        let known = tickPlan.withLock { $0 }
        let plan = try await store.read { reading in
            let head = try reading.headSeq()
            if let known, known.holds(at: now, head: head) { return known }
            let (scheduler, state) = try reading.schedulerState(calendars.calendar(reading), now: now, acted: acted)
            let step = stepping(scheduler, state, now)
            return TickPlan(isDue: !step.acts.isEmpty, nextEventAt: step.nextEventAt, head: head, decidedAt: now)
        }
        // An idle tick writes nothing, so how far it came is remembered here until the next one that does.
        if !plan.isDue {
            tickPlan.withLock { $0 = plan }
            actedUpTo.withLock { $0 = max($0 ?? now, now) }
            clock.record = clock.record?.acted(at: now)
        }
        return plan
    }

    /// - Returns: whether something of this moment is left to be done.
    private func fire(_ record: TimeRecord) async throws -> Bool {
        let isPartial = Mutex(false)
        let (calendars, stepping, codes) = (self.calendars, self.stepping, shipped.codes)
        // The position in the log makes the id: a tick that was cut off is decided anew, never replayed.
        let head = try await store.read { try $0.headSeq() }
        let command = Command(id: "tick-\(head)", actor: "zsd", verb: "scheduler.tick", digest: [])
        let acted = actedUpTo.withLock { $0 }
        let moment = max(clock.now(), record.reached)
        _ = try await store.write(command) { writing in
            let calendar = try calendars.calendar(writing)
            let now = moment
            let (scheduler, state) = try writing.schedulerState(calendar, now: now, acted: acted)
            let step = stepping(scheduler, state, now)
            isPartial.withLock { $0 = step.isPartial }
            for act in step.acts { try writing.perform(act, calendar, codes) }
            // A chunk that is not the last leaves work of this moment behind.
            if !step.isPartial { try writing.setActed(record, at: now) }
            return Outcome(undoable: false)
        }
        return isPartial.withLock { $0 }
    }

    /// After a command that changes what is due: act before answering, so that the caller finds the tasks it made, and let
    /// the scheduler sleep anew.
    func rouse(_ caller: Caller) async {
        guard !caller.dryRun else { return }
        do {
            try await tick()
        } catch {
            // The command itself stands; the scheduler tries again at its next wake-up.
            logger.error("the scheduler could not act", metadata: ["error": "\(error)"])
        }
        clock.interrupt()
    }

    /// Runs until the task is cancelled: tick, sleep until the next event, wake at once when something changes.
    public func runScheduler() async throws {
        while !Task.isCancelled {
            var next: Instant?
            do {
                next = try await tick()
            } catch let error where !Task.isCancelled {
                // The store says by itself when it is past saving; anything else is tried again at the next wake-up.
                logger.error("the scheduler could not act", metadata: ["error": "\(error)"])
            }
            if Task.isCancelled { return }
            await clock.wait(until: next)
        }
    }
}

/// What the scheduler found at a moment. That there was nothing to do holds until the next event, or until the log says
/// something new; settings take effect with a day, so it ends with the day as well.
struct TickPlan: Sendable {
    var isDue: Bool
    var nextEventAt: Instant?
    var head: Int64
    var decidedAt: Instant

    fileprivate func holds(at now: Instant, head: Int64) -> Bool {
        !isDue && head == self.head && now >= decidedAt && now.date == decidedAt.date
            && nextEventAt.map { now < $0 } ?? true
    }
}

extension Reading {
    func schedulerState(
        _ calendar: WorkingDayCalendar, now: Instant, acted: Instant?
    ) throws -> (Scheduler, SchedulerState) {
        let grace = try number("task.grace_working_days", on: now.date)
        let rules = try self.rules()
        let watermarks = try self.watermarks()
        var known: [RuleID: Set<Subject>] = [:]
        for rule in rules {
            guard let period = watermarks[rule.id], period == rule.currentPeriod(at: now) else { continue }
            known[rule.id] = try subjects(source: rule.id.description, period: period)
        }
        // A task cannot have used up `grace` working days before as many calendar days have gone by.
        let suspect = Instant(now.date - grace + 1, .midnight)
        let pending = try tasks(
            TaskFilter(states: [.open, .returned], ofRules: true, dueBefore: suspect, limit: Scheduler.chunk))
        let freezing = rules.filter { rule in rule.revisions.contains { $0.freeze != nil } }
        let awaiting = try freezing.flatMap { try awaitingFreeze(source: $0.id.description) }
        let mark = try mark("clock.mark").flatMap { Instant(iso8601: $0) }
        let state = SchedulerState(
            rules: rules, watermarks: watermarks, subjectsAtWatermark: known, roster: try roster(),
            calendar: calendar, calendarRevision: try calendarRevision(), pending: pending, awaitingFreeze: awaiting,
            earliestPendingDue: try earliestPendingDue(), nextTaskNumber: 1,
            actedUpTo: [mark, acted].compactMap(\.self).max(), clocks: try clocksToActOn(now))
        return (Scheduler(graceWorkingDays: grace), state)
    }
}

extension Reading {
    /// The ladder's steps after the limit keep the order of the limits, so of those that are not due yet the first is enough.
    fileprivate func clocksToActOn(_ now: Instant) throws -> [Obligation] {
        let pending: [ObligationStatus.State] = [.open, .returned]
        let overdue = try tasks(TaskFilter(states: pending, product: .clock, dueBefore: now))
        let directed = Set(
            try records(Directive.self, RecordFilter([.anyOf("task", overdue.map(\.id))])).compactMap(\.record.task))
        let next = try tasks(TaskFilter(states: pending, product: .clock, dueFrom: now, limit: 1))
        return overdue.filter { !directed.contains($0.id) } + next
    }
}

extension Writing {
    fileprivate func perform(_ act: SchedulerAct, _ calendar: WorkingDayCalendar, _ codes: CodeTables) throws {
        switch act {
        case .materialise(var event):
            for index in event.rows.indices { event.rows[index].id = TaskID(try nextNumber("T")) }
            try append(NewEvent("task.materialised", event.rule, event))
        case .miss(var missed):
            // A report that was frozen a moment ago in this transaction has closed what it missed.
            let open = Set(try tasks(TaskFilter(ids: missed.tasks)).filter(\.status.isPending).map(\.id))
            missed.tasks.removeAll { !open.contains($0) }
            guard !missed.tasks.isEmpty else { return }
            try append(NewEvent("task.missed", "scheduler", missed))
        case .direct(let task):
            var addressee: OfficerID?
            if case .officer(let officer) = task.subject { addressee = officer }
            let directive = Directive.overdue(
                id: try nextID(Directive.self), task: task.id, about: task.source, addressee: addressee,
                unit: task.unit,
                on: now.date, calendar: calendar)
            try append("directive.issued", before: nil, after: directive)
        case .lapse(let task):
            try lapseClaim(behind: task, calendar, codes)
        case .freeze(let task):
            guard case .unit(let unit) = task.subject else { return }
            _ = try BureauReports.freeze(
                kind: task.period.kind, unit: unit, period: task.period, reason: nil, store: self, calendar: calendar,
                codes: codes)
            try TaskClosing.closeAfterFreeze(
                kind: task.period.kind, unit: unit, period: task.period, by: "zsd", store: self)
        }
    }
}
