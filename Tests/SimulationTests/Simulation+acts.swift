import Bureau
import Cadence
import Identifiers
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

extension Simulation {
    func perform(_ act: SimulatedAct) async throws {
        switch act.kind {
        case .outage(let hours, let reboots):
            try await lookOnTheHour()
            pass(hours)
            try await restart(rebooting: reboots)
        case .suspend(let hours):
            try await lookOnTheHour()
            pass(hours)
        case .jumpForward(let hours, let accepted): try await jumpForward(hours, accepted)
        case .jumpBack(let hours): try await jumpBack(Int64(hours) * Instant.hour)
        case .calendarRevision(let revokes): try await reviseCalendar(revoking: revokes)
        case .publication(let year): try await publish(year)
        case .ruleEdit: try await editRule()
        case .thisPeriodEdit: try await editThisPeriod()
        case .pause(let days, let policy): try await pause(days, policy)
        case .backfill(let notifies): try await backfill(notifies)
        case .forecast: try await forecast()
        case .duplicate: try await duplicate()
        case .lateEntry: try await logLate()
        case .transfer: try await transfer()
        case .takeover: try await takeOver()
        }
        _ = try await checkNews()
    }

    /// Nobody looks at the clock for so long; not beyond the end.
    private func pass(_ hours: Int) {
        clock.pass(min(Int64(hours) * Instant.hour, max(0, end - clock.now() - Instant.day)))
    }

    /// How far time came is kept every hour, so that with crashes and without an outage begins at the same moment.
    private func lookOnTheHour() async throws {
        clock.pass(Instant.hour - clock.now().milliseconds % Instant.hour)
        _ = try await process.bureau.tick()
        _ = try await checkNews()
    }

    private func jumpForward(_ hours: Int, _ accepted: Bool) async throws {
        var jump = Int64(hours) * Instant.hour
        // What is accepted goes on from there, and not beyond the end.
        if accepted { jump = min(jump, end - clock.now() - Instant.day) }
        guard jump > 0 else { return }
        isSuspect = jump > ClockGuard.tolerance
        clock.jump(jump)
        for _ in 0..<3 {
            _ = try await process.bureau.tick()
            _ = try await checkNews()
            clock.pass(3 * Instant.minute)
            if plan.crashes { try await restart() }
        }
        isSuspect = false
        if accepted {
            try await command(0) { try await $0.acceptClock(caller: $1) }
        } else {
            clock.jump(-jump)
        }
    }

    private func jumpBack(_ jump: Int64) async throws {
        let before = clock.now()
        // The scheduler has acted at this moment; only what it acted on is its measure.
        _ = try await step(isWoken: false)
        isSuspect = jump > ClockGuard.tolerance
        clock.jump(-jump)
        while clock.now() < before {
            _ = try await process.bureau.tick()
            _ = try await checkNews()
            clock.pass(min(Instant.hour, before - clock.now()))
            if plan.crashes { try await restart() }
        }
        isSuspect = false
    }

    // MARK: the calendar

    private func reviseCalendar(revoking: Bool) async throws {
        var calendar = self.calendar
        let today = clock.now().date
        let days = Array((today + 2)...(today + 90))
        let makeUp = revoking ? days.first(where: calendar.isMakeUp) : nil
        guard let day = makeUp ?? days.dropFirst(3).first(where: calendar.isWorking),
            let notice = calendar.revise(day)
        else { return }
        try await bringIn(notice, calendar)
    }

    private func publish(_ year: Int) async throws {
        var calendar = self.calendar
        guard !calendar.isPublished(year) else { return }
        try calendar.publish(year)
        guard let notice = calendar.notices[year], notice.published else { return }
        try await bringIn(notice, calendar)
    }

    private func bringIn(_ notice: YearNotice, _ calendar: NaiveCalendar) async throws {
        let word = "revision-\(calendars.count)"
        around.notices.keep(notice, as: word)
        // From here on the world knows.
        calendars.append(calendar)
        outcome.revisions.append(calendar.revision)
        forgetForecasts()
        try await command(0) {
            try await $0.importCalendar(CommandWords([], options: ["content": [word]]), caller: $1)
        }
        let revision = try await store.read { try $0.calendarRevision() }
        if revision != calendars.count - 1 {
            found(0, "the calendar is at revision \(revision) after \(calendars.count - 1) imports")
        }
    }

    // MARK: the rules

    private func editRule() async throws {
        guard plan.rules.contains(where: { $0.id == 6 }) else { return }
        let isModified = if case .day31ModifiedFollowing = wordings[6]?.last?.naive { true } else { false }
        let naive: SimulatedRule.Naive = isModified ? .workday(-2) : .day31ModifiedFollowing
        forgetForecasts()
        let known = try await store.read { try $0.rule(RuleID(6))?.revisions.last?.number } ?? 1
        let running = Period(.month, containing: clock.now().date)
        // A wording that has not begun is replaced.
        wordings[6]?.removeAll { $0.from > running }
        wordings[6, default: []].append(Wording(revision: known + 1, from: running.next, naive: naive))
        let due = SimulatedRule.wording(naive, at: 1_050)
        try await command(0) { try await $0.editRule(CommandWords(["r6", "due:\(due)"]), caller: $1) }
    }

    /// The running month's visits are due five working days before its end; only open ones move.
    private func editThisPeriod() async throws {
        guard plan.rules.contains(where: { $0.id == 6 }) else { return }
        let month = Period(.month, containing: clock.now().date)
        forgetForecasts()
        let words = CommandWords(["r6", "due:workday -5 at 16:00"], options: ["this-period": [""]])
        handMoves = month
        try await command(0) { try await $0.editRule(words, caller: $1) }
        _ = try await checkNews()
        handMoves = nil
    }

    private func pause(_ days: Int, _ policy: String) async throws {
        guard pauses.last.map({ $0.until != nil }) ?? true else { return }
        forgetForecasts()
        let from = Period(.day, containing: clock.now().date).next
        pauses.append((from, nil))
        try await command(0) {
            try await $0.pauseRule(CommandWords(["r1"], options: ["reason": ["x"]]), caller: $1)
        }
        schedule(HumanAct(task: TaskID(1), kind: .resume(policy)), at: clock.now() + Int64(days) * Instant.day)
    }

    func resume(_ policy: String) async throws {
        guard let pause = pauses.last, pause.until == nil else { return }
        let running = Period(.day, containing: clock.now().date)
        forgetForecasts()
        pauses[pauses.count - 1].until = running.previous
        try await command(0) {
            try await $0.resumeRule(CommandWords(["r1"], options: ["policy": [policy]]), caller: $1)
        }
        _ = try await checkNews()
        guard policy == "skip" else { return }
        for id in pending.sorted() {
            guard let task = rows[id], task.source == "R-1", task.period >= pause.from, task.period < running else {
                continue
            }
            found(19, "\(task.id) of \(task.occurrence) is open after skip")
        }
    }

    /// Twice over the same days: whoever has no task gets one, and nothing else changes.
    private func backfill(_ notifies: Bool) async throws {
        guard let watermark = try await store.read({ try $0.watermarks()[RuleID(1)] }),
            watermark.ordinal > Period(.day, containing: plan.from).ordinal + 30
        else { return }
        let from = Period(kind: .day, ordinal: watermark.ordinal - 20)
        let to = Period(kind: .day, ordinal: watermark.ordinal - 3)
        let before = try await snapshot(from...to)
        let marks = try await store.read { try $0.watermarks() }
        isBackfilling = true
        for first in [from, from.next] {
            var options = ["from": [first.key], "to": [to.key]]
            if notifies { options["notify"] = [""] }
            let words = CommandWords(["r1"], options: options)
            try await command(0) { try await $0.backfillRule(words, caller: $1) }
        }
        _ = try await checkNews()
        isBackfilling = false
        let after = Set(try await snapshot(from...to))
        if let first = before.first(where: { !after.contains($0) }) { found(18, "changed by a backfill: \(first)") }
        if try await store.read({ try $0.watermarks() }) != marks { found(18, "a backfill moved the watermark") }
    }

    private func snapshot(_ periods: ClosedRange<Period>) async throws -> [String] {
        try await store.read { reading in
            try reading.tasks(
                TaskFilter(
                    source: "R-1", level: .day,
                    periods: periods.lowerBound.ordinal...periods.upperBound.ordinal, byDue: false)
            ).map { "\($0)" }
        }
    }

    private func forecast() async throws {
        guard pauses.last.map({ $0.until != nil }) ?? true else { return }
        let caller = try await administrator()
        let views = try await process.bureau.nextTasks(CommandWords(["limit:60"]), caller: caller)
        guard let last = views.last?.forecast.dueAt else { return }
        let tasks = views.map { view in
            let task = view.forecast
            return "R-\(task.rule.id.number) \(task.subject) \(task.period.key) \(task.dueAt.iso8601)"
        }
        forecasts.append(
            Forecast(at: clock.now(), until: last, tasks: tasks, standing: pending, newest: rows.keys.max()))
    }

    /// Something changed: what was foretold and is not made yet need not happen.
    func forgetForecasts() {
        let now = clock.now()
        for index in forecasts.indices where forecasts[index].until > now { forecasts[index].tasks = [] }
    }

    // MARK: people

    /// What was done is answered again and not done again.
    private func duplicate() async throws {
        guard let last else { return }
        let before = try await store.read { try $0.headSeq() }
        guard let known = try await store.read({ try $0.command(last.command) }) else { return }
        let command = Command(id: known.id, actor: known.actor, onBehalf: known.onBehalf, verb: known.verb, digest: [])
        let result = try await process.store.write(command) { _ in throw SimulatedCrash() }
        let after = try await store.read { try $0.headSeq() }
        if !result.replayed || after != before { found(0, "\(known.id) was done twice") }
    }

    /// A fact of a month whose report is frozen: the next issue has it.
    private func logLate() async throws {
        let frozen = try await store.read {
            try $0.frozenReports(kind: .month, units: [UnitID(2), UnitID(1)], limit: 1).first
        }
        guard let frozen, clock.now().date.ordinal - frozen.fact.period.lastDay.ordinal < 300 else { return }
        let period = frozen.fact.period
        let words = CommandWords(["拜访企业", "kind:visitOut"], options: ["on": [period.lastDay.description]])
        let id = try await command(1_001) { try await $0.logEntry(words, caller: $1) }
        let (entry, late) = try await store.read { reading in
            (
                try reading.command(id)?.outcome.id,
                try reading.postings(
                    units: [UnitID(1), UnitID(2)], since: period.firstDay, before: period.lastDay + 1,
                    afterSeq: frozen.seq)
            )
        }
        guard let entry else { return found(17, "a late line was refused") }
        let sum = late.filter { $0.posting.source == entry }.reduce(0) { $0 + $1.posting.value }
        if sum <= 0 { found(17, "\(entry) is no late fact of \(period.key)") }
    }

    /// Officer 1 goes to the other unit.
    private func transfer() async throws {
        let today = clock.now().date
        guard let index = people.firstIndex(where: { $0.id == 1 }), people[index].units.last?.from != today,
            let unit = people[index].unit(on: today)
        else { return }
        people[index].units.append((today, unit == 1 ? 2 : 1))
        let words = CommandWords(["o1", "unit:\(unit == 1 ? "t" : "b")"])
        try await command(0) { try await $0.editOfficer(words, caller: $1) }
    }

    // MARK: two processes

    /// Another process opens the store while this one does not notice; after a day and a half both wake, this one first.
    private func takeOver() async throws {
        try await lookOnTheHour()
        let old = process
        process = try SimulatedProcess(around)
        pass(36)
        let before = (try await store.read { try $0.headSeq() }, around.receiver.count)
        let successor = process.store
        around.box.facts.withLock { $0.successor = successor }
        _ = try? await old.bureau.tick()
        _ = try? await old.desk.deliverDue()
        if let caller = try? await old.bureau.caller(claim(1_001)) {
            _ = try? await old.bureau.logEntry(CommandWords(["拜访企业", "kind:visitOut"]), caller: caller)
        }
        around.box.facts.withLock { $0.successor = nil }
        let after = (try await store.read { try $0.headSeq() }, around.receiver.count)
        if after.0 != before.0 { found(24, "a fenced process committed \(after.0 - before.0) events") }
        if after.1 != before.1 { found(24, "a fenced process sent \(after.1 - before.1) messages") }
        try? await old.store.close()
    }
}
