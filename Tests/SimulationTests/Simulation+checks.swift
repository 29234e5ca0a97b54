import Bureau
import Cadence
import Identifiers
import Promotion
import SQLiteStore
import WorkCalendar

/// What the log says that happened, event by event, against what may happen.
extension Simulation {
    /// Everything that came into the log since the last look; returns how many tasks were made.
    func checkNews() async throws -> Int {
        let after = lastSeq
        let (events, mark) = try await store.read { reading in
            (
                try reading.events(after: after, limit: 100_000),
                try reading.mark("clock.mark").flatMap { Instant(iso8601: $0) }
            )
        }
        if let before = self.mark, let mark, mark < before {
            found(7, "the high-water mark fell from \(before) to \(mark)")
        }
        self.mark = mark ?? self.mark
        decisions = 0
        guard !events.isEmpty else { return 0 }
        try await checkWatermarks()
        var made = 0
        for event in events {
            lastSeq = event.seq
            switch try FactCoding.head(of: event.payload).f {
            case TasksMaterialised.family:
                let fact = try FactCoding.decode(TasksMaterialised.self, from: event.payload)
                checkMade(fact, event)
                made += fact.rows.count
                outcome.bytes += event.payload
            case TaskChanged.family:
                checkChanged(try FactCoding.decode(TaskChanged.self, from: event.payload), event)
            case TasksMissed.family:
                checkMissed(try FactCoding.decode(TasksMissed.self, from: event.payload))
                outcome.bytes += event.payload
            case TaskDuesMoved.family:
                checkMoved(try FactCoding.decode(TaskDuesMoved.self, from: event.payload))
            case RemindersDecided.family:
                let fact = try FactCoding.decode(RemindersDecided.self, from: event.payload)
                checkDecided(fact.reminders, event)
                outcome.bytes += event.payload
            default: break
            }
        }
        return made
    }

    private func checkWatermarks() async throws {
        let marks = try await store.read { try $0.watermarks() }
        for (rule, before) in watermarks {
            if let now = marks[rule], now < before { found(7, "the watermark of \(rule) fell to \(now.key)") }
        }
        watermarks = marks
    }

    func days(_ period: Period) -> [CivilDate] { Array(period.firstDay...period.lastDay) }

    /// The due time by the wall calendar; nil where the period has none.
    private func due(_ rule: SimulatedRule, _ naive: SimulatedRule.Naive, _ period: Period, _ calendar: NaiveCalendar)
        -> Instant?
    {
        naive.due(days(period), calendar).map { Instant($0, .midnight) + rule.time * Instant.minute }
    }

    // MARK: tasks

    private func checkMade(_ fact: TasksMaterialised, _ event: Event) {
        guard let rule = plan.rules.first(where: { $0.id == fact.rule.number }),
            let wording = wordings[rule.id]?.last(where: { $0.revision == fact.revision }),
            fact.calendarRevision < calendars.count
        else { return found(4, "\(fact.rule) revision \(fact.revision), calendar \(fact.calendarRevision) is unknown") }
        let calendar = calendars[fact.calendarRevision]
        let name = "\(fact.rule) \(fact.period.key)"
        if isSuspect { found(22, "made \(name) under a suspect clock") }
        let isAfterEnd = if case .afterEnd = wording.naive { true } else { false }
        let creation = isAfterEnd ? fact.period.lastDay + 1 : fact.period.firstDay
        if Instant(creation, .midnight) > event.instant { found(3, "\(name) made at \(event.instant)") }
        if fact.period.firstDay < plan.from { found(3, "\(name) is before the start") }
        if (fact.backfill != nil) != isBackfilling { found(18, "\(name) is \(isBackfilling ? "no" : "a") backfill") }
        let due = due(rule, wording.naive, fact.period, calendar)
        keep(fact, rule, wording.naive, due)
        for (row, task) in zip(fact.rows, fact.obligations) {
            checkRow(row, name, due, wording.naive, fact.period, calendar)
            if case .officer(let officer) = row.subject, rule.level == .day { checkUnit(row, officer, fact.period) }
            let key = "\(task.source) \(task.subject) \(task.occurrence)"
            if keys.updateValue(task.id, forKey: key) != nil { found(1, key) }
            rows[task.id] = task
            if fact.silent == true { silent.insert(task.id) }
            if task.status.isPending {
                pending.insert(task.id)
                engage(task)
            }
        }
    }

    private func keep(
        _ fact: TasksMaterialised, _ rule: SimulatedRule, _ naive: SimulatedRule.Naive, _ due: Instant?
    ) {
        guard plan.keepsDues, let row = fact.rows.first else { return }
        outcome.dues.append(
            SimulationOutcome.MadeDue(
                rule: rule.id, wording: SimulatedRule.wording(naive, at: rule.time), period: fact.period,
                calendarRevision: fact.calendarRevision, due: row.waived == "calendar" ? nil : row.dueAt))
    }

    private func checkRow(
        _ row: TasksMaterialised.Row, _ name: String, _ due: Instant?, _ naive: SimulatedRule.Naive, _ period: Period,
        _ calendar: NaiveCalendar
    ) {
        if let due {
            if row.dueAt != due { found(4, "\(name) is due \(row.dueAt) and not \(due)") }
            if !calendar.isWorking(row.dueAt.date) { found(5, "\(name) is due on \(row.dueAt), a day off") }
        } else if row.waived != "calendar" {
            found(4, "\(name) has no working day")
        }
        if case .day31ModifiedFollowing = naive, !(period.firstDay...period.lastDay).contains(row.dueAt.date) {
            found(6, "\(name) is due on \(row.dueAt)")
        }
    }

    private func checkUnit(_ row: TasksMaterialised.Row, _ officer: OfficerID, _ period: Period) {
        let unit = people.first { $0.id == officer.number }?.unit(on: period.firstDay)
        if unit != row.unit.number {
            found(14, "\(officer) \(period.key) is of \(row.unit) and not of U-\(unit ?? 0)")
        }
    }

    private static let reopening: Set<String> = ["task.settled", "task.returned", "task.reversed", "task.released"]

    private func checkChanged(_ fact: TaskChanged, _ event: Event) {
        guard var task = rows[fact.task] else { return found(8, "\(fact.task) changed and was never made") }
        if task.status != fact.before { found(0, "\(event.verb) on \(task.id) starts from another status") }
        if task.status.isClosed, event.actor == "zsd" || !Self.reopening.contains(event.verb) {
            found(13, "\(event.verb) on \(task.id), which is \(task.status.state)")
        }
        if isSuspect, event.actor == "zsd" { found(22, "\(event.verb) under a suspect clock") }
        if event.verb == "task.submitted", let rule = rule(of: task), rule.waitsForAll,
            let child = children(task, rule).first(where: \.status.isPending)
        {
            found(16, "\(task.id) \(task.occurrence) submitted without \(child.id) \(child.occurrence)")
        }
        task.status = fact.after
        set(task)
    }

    private func set(_ task: Obligation) {
        rows[task.id] = task
        if task.status.isPending { pending.insert(task.id) } else { pending.remove(task.id) }
    }

    private func checkMissed(_ fact: TasksMissed) {
        if isSuspect { found(22, "closed \(fact.tasks.count) tasks under a suspect clock") }
        for id in fact.tasks {
            guard var task = rows[id] else { continue }
            if task.status.isClosed { found(13, "\(id) missed, and is \(task.status.state)") }
            if task.dueAt > fact.at { found(12, "\(id) missed at \(fact.at), due \(task.dueAt)") }
            task.status.state = .missed
            task.status.reason = fact.cause
            task.status.decidedAt = fact.at
            task.status.decidedBy = nil
            set(task)
        }
    }

    /// By a person, or to where the rule has it under the calendar of now.
    private func checkMoved(_ fact: TaskDuesMoved) {
        for move in fact.moves {
            guard var task = rows[move.task] else { continue }
            if isBackfilling { found(18, "\(task.id) moved by a backfill") }
            if task.status.isClosed { found(13, "\(task.id) moved, and is \(task.status.state)") }
            if !calendar.isWorking(move.to.date) { found(5, "\(task.id) moved to \(move.to), a day off") }
            if task.period == handMoves {
                movedByHand.insert(task.id)
            } else if movedByHand.contains(task.id) {
                found(5, "\(task.id) had been moved by a person, and is moved to \(move.to)")
            } else if let rule = rule(of: task),
                let wording = wordings[rule.id]?.last(where: { $0.revision == task.ruleRevision }),
                due(rule, wording.naive, task.period, calendar) != move.to
            {
                found(4, "\(task.id) of \(task.occurrence) moved to \(move.to)")
            }
            task.dueAt = move.to
            task.ruleRevision = fact.ruleRevision ?? task.ruleRevision
            rows[move.task] = task
        }
    }

    /// Weeks by their Thursday; who is below whom is told by the plan.
    func children(_ parent: Obligation, _ rule: SimulatedRule) -> [Obligation] {
        guard let level = rule.gathers, level == .week || level == .day else { return [] }
        let below = plan.rules.filter { $0.level == level && ($0.gathers != nil || level == .day) }
        var period = Period(level, containing: parent.period.firstDay)
        var found: [Obligation] = []
        while period.firstDay <= parent.period.lastDay {
            defer { period = period.next }
            let day = period.firstDay + (level == .week ? 3 : 0)
            guard parent.period.firstDay <= day, day <= parent.period.lastDay else { continue }
            for rule in below {
                guard let task = keys["R-\(rule.id) U-\(parent.unit.number) \(period.key)"] else { continue }
                if let child = rows[task] { found.append(child) }
            }
        }
        return found
    }
}
