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
            clock.pass(min(Int64(hours) * Instant.hour, max(0, end - clock.now() - Instant.day)))
            restart(rebooting: reboots)
        case .suspend(let hours):
            clock.pass(min(Int64(hours) * Instant.hour, max(0, end - clock.now() - Instant.day)))
        case .jumpForward(let hours): try await jumpForward(Int64(hours) * Instant.hour)
        case .jumpBack(let hours): try await jumpBack(Int64(hours) * Instant.hour)
        case .calendarRevision: try await reviseCalendar()
        case .ruleEdit: try await editRule()
        case .pause(let days, let policy): try await pause(days, policy)
        case .backfill: try await backfill()
        case .forecast: try await forecast()
        case .duplicate: try await duplicate()
        case .lateEntry: try await logLate()
        }
        _ = try await checkNews()
    }

    private func jumpForward(_ milliseconds: Int64) async throws {
        isSuspect = true
        clock.jump(milliseconds)
        for _ in 0..<3 {
            _ = try await bureau.tick()
            _ = try await checkNews()
            clock.pass(3 * Instant.minute)
        }
        clock.jump(-milliseconds)
        isSuspect = false
    }

    private func jumpBack(_ milliseconds: Int64) async throws {
        let before = clock.now()
        // The scheduler has acted at this moment; only what it acted on is its measure.
        _ = try await step()
        isSuspect = milliseconds > ClockGuard.tolerance
        clock.jump(-milliseconds)
        while clock.now() < before {
            _ = try await bureau.tick()
            _ = try await checkNews()
            clock.pass(min(Instant.hour, before - clock.now()))
        }
        isSuspect = false
    }

    private func reviseCalendar() async throws {
        guard var calendar = calendars.last else { return }
        let today = clock.now().date
        let candidates = calendar.exceptions.filter { $0.value && $0.key > today + 1 && $0.key <= today + 90 }.map(
            \.key)
        guard let day = candidates.min() else { return }
        let notices = try await store.read { try $0.notices() }
        guard var notice = notices.first(where: { $0.year == day.year && $0.days.contains { $0.date == day } }) else {
            return
        }
        notice.days.removeAll { $0.date == day }
        calendar.exceptions[day] = nil
        let key = "revision-\(revision + 1)"
        let changed = notice
        imports.notices.withLock { $0[key] = changed }
        // From here on the world knows.
        calendars.append(calendar)
        revision += 1
        forgetForecasts()
        _ = try await bureau.importCalendar(CommandWords([], options: ["content": [key]]), caller: caller(0))
    }

    private func editRule() async throws {
        let isModified = { if case .day31ModifiedFollowing = self.wordings[6]?.last?.naive { true } else { false } }()
        let due = isModified ? "workday -2 at 17:30" : "day 31 roll modified-following at 17:30"
        let naive: SimulatedRule.Naive = isModified ? .workday(-2) : .day31ModifiedFollowing
        forgetForecasts()
        let known = try await store.read { try $0.rule(RuleID(6))?.revisions.last?.number } ?? 1
        let running = Period(.month, containing: clock.now().date)
        wordings[6, default: []].append((known + 1, running.next, naive, nil))
        _ = try await bureau.editRule(CommandWords(["r6", "due:\(due)"]), caller: caller(0))
    }

    private func pause(_ days: Int, _ policy: String) async throws {
        guard pauses.last.map({ $0.until != nil }) ?? true else { return }
        forgetForecasts()
        let from = Period(.day, containing: clock.now().date).next
        pauses.append((1, from, nil))
        _ = try await bureau.pauseRule(
            CommandWords(["r1"], options: ["reason": ["x"]]), caller: caller(0))
        schedule(HumanAct(task: TaskID(1), kind: .resume(policy)), at: clock.now() + Int64(days) * Instant.day)
    }

    func resume(_ policy: String) async throws {
        guard let pause = pauses.last, pause.until == nil else { return }
        let running = Period(.day, containing: clock.now().date)
        pauses[pauses.count - 1].until = running.previous
        let given = plan.bug?.number == 19 && policy == "skip" ? "fill" : policy
        _ = try await bureau.resumeRule(
            CommandWords(["r1"], options: ["policy": [given]]), caller: caller(0))
        _ = try await checkNews()
        guard policy == "skip" else { return }
        for task in rows.values where task.source == "R-1" && task.period >= pause.from && task.period < running {
            if task.status.isPending { found(19, "\(task.id) of \(task.occurrence) is open after skip") }
        }
    }

    private func backfill() async throws {
        guard pauses.last.map({ $0.until != nil }) ?? true,
            let watermark = try await store.read({ try $0.watermarks()[RuleID(1)] }),
            watermark.ordinal > Period(.day, containing: plan.from).ordinal + 30
        else { return }
        let from = Period(kind: .day, ordinal: watermark.ordinal - 20)
        let to = Period(kind: .day, ordinal: watermark.ordinal - 3)
        let before = try await snapshot(from...to)
        let marks = try await store.read { try $0.watermarks() }
        let words = CommandWords(["r1"], options: ["from": [from.key], "to": [to.key]])
        _ = try await bureau.backfillRule(words, caller: caller(0))
        // And again over a part of it.
        _ = try await bureau.backfillRule(
            CommandWords(["r1"], options: ["from": [from.next.key], "to": [to.key]]), caller: caller(0))
        if plan.bug?.number == 18,
            let task = rows.values.first(where: { $0.source == "R-1" && $0.period == from || $0.period == to })
        {
            counter += 1
            let move = TaskDuesMoved.Move(task: task.id, from: task.dueAt, to: task.dueAt + 1, provisional: false)
            _ = try await store.write(Command(id: "bug-\(counter)", actor: "bug", verb: "bug", digest: [])) { writing in
                try writing.append(NewEvent("task.moved", task.id, TaskDuesMoved(moves: [move], cause: "backfill")))
                return Outcome(undoable: false)
            }
        }
        let after = Set(try await snapshot(from...to))
        let missing = before.filter { !after.contains($0) }
        if let first = missing.first { found(18, "changed by a backfill: \(first)") }
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
        let rules = try await store.read { try $0.rules() }
        var calendar = try await currentCalendar()
        if plan.bug?.number == 23 {
            let notices = try await store.read { try $0.notices() }.map { notice in
                var notice = notice
                notice.days.removeAll(where: \.working)
                return notice
            }
            calendar = try WorkingDayCalendar(notices: notices)
        }
        let now = clock.now()
        let found = Forecast(roster: roster, calendar: calendar, calendarRevision: revision).next(
            60, rules: rules, now: now)
        guard let last = found.last?.dueAt else { return }
        forecasts.append(
            (
                now, last,
                found.map { "R-\($0.rule.id.number) \($0.subject) \($0.period.key) \($0.dueAt.iso8601)" }
            ))
    }

    /// Something changed: what was foretold and is not made yet need not happen.
    func forgetForecasts() {
        let now = clock.now()
        for index in forecasts.indices where forecasts[index].until > now { forecasts[index].tasks = [] }
    }

    private func duplicate() async throws {
        guard let lastAct else { return }
        let command = Command(id: lastAct.id, actor: "O-5", verb: "task.submit", digest: lastAct.digest)
        let result = try await store.write(command) { _ in throw SimulatedCrash() }
        if !result.replayed { found(0, "a command was done twice") }
    }

    /// A fact of a month whose report is frozen.
    private func logLate() async throws {
        let frozen = try await store.read {
            try $0.frozenReports(kind: .month, units: [UnitID(2), UnitID(1)], limit: 1).first
        }
        guard let frozen, clock.now().date.ordinal - frozen.fact.period.lastDay.ordinal < 300
        else { return }
        let day = plan.bug?.number == 17 ? clock.now().date : frozen.fact.period.lastDay
        let logged = try await bureau.logEntry(
            CommandWords(["拜访企业", "kind:visitOut"], options: ["on": [day.description]]), caller: caller(1001))
        let entry = logged.result.outcome.id ?? ""
        let period = frozen.fact.period
        let late = try await store.read { reading in
            try reading.postings(
                units: [UnitID(1), UnitID(2)], since: period.firstDay, before: period.lastDay + 1, afterSeq: frozen.seq)
        }
        if !late.contains(where: { $0.posting.source == entry }) {
            found(17, "\(entry) of \(day) is no late fact of \(period.key)")
        }
    }
}
