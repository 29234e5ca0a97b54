import Bureau
import Cadence
import Identifiers
import Promotion
import SQLiteStore
import Synchronization
import WorkCalendar

extension Simulation {
    /// Everything that came into the log since the last look; returns how many tasks were made.
    func checkNews() async throws -> Int {
        let after = lastSeq
        let (events, mark, marks) = try await store.read { reading in
            (
                try reading.events(after: after, limit: 100_000),
                try reading.mark("clock.mark").flatMap { Instant(iso8601: $0) }, try reading.watermarks()
            )
        }
        checkMarks(mark, marks)
        var made = 0
        for event in events {
            lastSeq = event.seq
            switch try FactCoding.head(of: event.payload).f {
            case TasksMaterialised.family:
                let fact = try FactCoding.decode(TasksMaterialised.self, from: event.payload)
                checkMade(fact, event)
                made += fact.rows.count
                note(event)
            case TaskChanged.family:
                checkChanged(try FactCoding.decode(TaskChanged.self, from: event.payload), event)
            case TasksMissed.family:
                checkMissed(try FactCoding.decode(TasksMissed.self, from: event.payload), event)
                note(event)
            case TaskDuesMoved.family:
                checkMoved(try FactCoding.decode(TaskDuesMoved.self, from: event.payload))
            default: break
            }
        }
        return made
    }

    private func note(_ event: Event) {
        outcome.bytes += event.payload
    }

    private func checkMarks(_ mark: Instant?, _ marks: [RuleID: Period]) {
        if let before = self.mark, let mark, mark < before {
            found(7, "the high-water mark fell from \(before) to \(mark)")
        }
        self.mark = mark ?? self.mark
        for (rule, before) in watermarks {
            if let now = marks[rule], now < before { found(7, "the watermark of \(rule) fell to \(now.key)") }
        }
        watermarks = marks
    }

    private func days(_ period: Period) -> [CivilDate] { Array(period.firstDay...period.lastDay) }

    private func checkMade(_ fact: TasksMaterialised, _ event: Event) {
        guard let rule = plan.rules.first(where: { $0.id == fact.rule.number }),
            let wording = wordings[rule.id]?.last(where: { $0.revision == fact.revision }),
            fact.calendarRevision < calendars.count
        else { return found(4, "\(fact.rule) revision \(fact.revision), calendar \(fact.calendarRevision) is unknown") }
        let calendar = calendars[fact.calendarRevision]
        if isSuspect { found(22, "made \(fact.rule) \(fact.period.key) under a suspect clock") }
        let isAfterEnd = if case .afterEnd = wording.naive { true } else { false }
        let creation = isAfterEnd ? fact.period.lastDay + 1 : fact.period.firstDay
        if Instant(creation, .midnight) > event.instant {
            found(3, "\(fact.rule) \(fact.period.key) made at \(event.instant)")
        }
        if fact.period.firstDay < plan.from { found(3, "\(fact.rule) \(fact.period.key) is before the start") }
        var given = rule
        given.naive = wording.naive
        let due = given.due(days(fact.period), calendar)
        for (row, task) in zip(fact.rows, fact.obligations) {
            if let due {
                if row.dueAt != Instant(due, .midnight) + 63_000_000 {
                    found(4, "\(fact.rule) \(fact.period.key) is due \(row.dueAt) and not on \(due)")
                }
                if !calendar.isWorking(row.dueAt.date) {
                    found(5, "\(fact.rule) \(fact.period.key) is due on \(row.dueAt)")
                }
            } else if row.waived != "calendar" {
                found(4, "\(fact.rule) \(fact.period.key) has no working day")
            }
            if case .day31ModifiedFollowing = wording.naive,
                !(fact.period.firstDay...fact.period.lastDay).contains(row.dueAt.date)
            {
                found(6, "\(fact.rule) \(fact.period.key) is due on \(row.dueAt)")
            }
            let key = "\(task.source) \(task.subject) \(task.occurrence)"
            if !keys.insert(key).inserted { found(1, key) }
            rows[task.id] = task
            order.append(task.id)
            if task.status.isPending {
                engage(task)
                if row.dueAt > event.instant { box.facts.withLock { $0.openNotDue = task.id } }
            }
        }
    }

    private func checkChanged(_ fact: TaskChanged, _ event: Event) {
        guard var task = rows[fact.task] else { return found(8, "\(fact.task) changed and was never made") }
        let isReturn = event.verb == "task.returned" && fact.before.state == .accepted
        if task.status.isClosed, !isReturn, event.actor == "zsd" || event.verb != "task.settled" {
            found(13, "\(event.verb) on \(task.id), which is \(task.status.state)")
        }
        if isSuspect, event.actor == "zsd" { found(22, "\(event.verb) under a suspect clock") }
        if event.verb == "task.submitted", let rule = plan.rules.first(where: { "R-\($0.id)" == task.source }),
            rule.waitsForAll
        {
            let open = children(task, rule).filter(\.status.isPending)
            if let child = open.first {
                found(16, "\(task.id) \(task.occurrence) submitted without \(child.id) \(child.occurrence)")
            }
        }
        task.status = fact.after
        rows[fact.task] = task
        if task.status.isClosed { box.facts.withLock { $0.closed = task.id } }
    }

    private func checkMissed(_ fact: TasksMissed, _ event: Event) {
        if isSuspect { found(22, "closed \(fact.tasks.count) tasks under a suspect clock") }
        for id in fact.tasks {
            guard var task = rows[id] else { continue }
            if task.status.isClosed { found(13, "\(id) missed, and is \(task.status.state)") }
            if task.dueAt > fact.at { found(12, "\(id) missed at \(fact.at), due \(task.dueAt)") }
            task.status.state = .missed
            task.status.reason = fact.cause
            rows[id] = task
        }
    }

    private func checkMoved(_ fact: TaskDuesMoved) {
        for move in fact.moves {
            guard var task = rows[move.task], let calendar = calendars.last else { continue }
            if task.status.isClosed { found(13, "\(task.id) moved, and is \(task.status.state)") }
            if !calendar.isWorking(move.to.date) { found(5, "\(task.id) moved to \(move.to)") }
            task.dueAt = move.to
            rows[move.task] = task
        }
    }

    /// Weeks by their Thursday; who is below whom is told by the plan.
    private func children(_ parent: Obligation, _ rule: SimulatedRule) -> [Obligation] {
        guard let level = rule.gathers else { return [] }
        return rows.values.filter { child in
            guard child.period.kind == level, child.source == "R-2" || child.source == "R-1" else { return false }
            let day = child.period.firstDay + (level == .week ? 3 : 0)
            guard parent.period.firstDay <= day, day <= parent.period.lastDay else { return false }
            return rule.fanOut == "scope" || child.unit == parent.unit
        }
    }

    func checkReminders(_ reminders: [Reminder], _ now: Instant) {
        var digests: [Subject: Int] = [:]
        for reminder in reminders {
            if reminder.kind == .digest {
                digests[reminder.recipient, default: 0] += 1
            } else if now - reminder.at > 2 * Instant.hour {
                found(20, "\(reminder.key) is told alone, \((now - reminder.at) / Instant.hour) hours late")
            }
            for item in reminder.items {
                if let task = rows[item.task], !task.status.isPending {
                    found(10, "\(reminder.key), and it is \(task.status.state)")
                }
                let key = ReminderDecision.Told(task: item.task, recipient: reminder.recipient)
                if let before = levels[key], item.level <= before {
                    found(11, "\(reminder.key): \(item.level) after \(before)")
                }
                levels[key] = item.level
            }
        }
        if let many = digests.first(where: { $0.value > 1 }) {
            found(20, "\(many.key) gets \(many.value) digests at once")
        }
    }

    // MARK: everything

    private func subjects(_ rule: SimulatedRule, _ days: [CivilDate]) -> [String] {
        switch rule.fanOut {
        case "units": return ["U-1", "U-2"]
        case "scope": return ["U-1"]
        default:
            return Self.people.filter { person in
                let from = plan.from + (person.from > 0 ? person.from : -30)
                let until = person.until.map { plan.from + $0 }
                return from <= days[days.count - 1] && (until.map { $0 >= days[0] } ?? true)
            }.map { "O-\($0.id)" }
        }
    }

    /// Each period up to `day` day by day: what must be there, and nothing else.
    func checkEverything(until day: CivilDate) async throws {
        guard let calendar = calendars.last else { return }
        for rule in plan.rules {
            var period = Period(rule.level, containing: plan.from)
            if period.firstDay < plan.from { period = period.next }
            // What earlier looks have seen stays checked by the log.
            let recent = Period(rule.level, containing: max(plan.from, day - (rule.level == .year ? 800 : 200)))
            period = max(period, recent)
            var counts: [String: (expected: Int, made: Int)] = [:]
            while period.lastDay < day - 5 {
                defer { period = period.next }
                let days = days(period)
                if rule.level == .day, !calendar.isWorking(days[0]) {
                    for subject in subjects(rule, days) where keys.contains("R-\(rule.id) \(subject) \(period.key)") {
                        found(15, "R-\(rule.id) asks \(subject) on \(period.key), a day off")
                    }
                    continue
                }
                if rule.id == 1, pauses.contains(where: { $0.from <= period && $0.until == nil }) { continue }
                for subject in subjects(rule, days) {
                    let isMade = keys.contains("R-\(rule.id) \(subject) \(period.key)")
                    if !isMade { found(2, "R-\(rule.id) \(subject) \(period.key) is absent") }
                    if rule.level == .day {
                        let month = "\(subject) \(days[0].year)-\(days[0].month)"
                        counts[month, default: (0, 0)].expected += 1
                        if isMade { counts[month, default: (0, 0)].made += 1 }
                        checkParent(subject, days[0])
                    }
                }
            }
            for (month, count) in counts where count.expected != count.made {
                found(15, "\(month): \(count.made) inventories for \(count.expected) working days")
            }
        }
    }

    /// The week of a day by its Monday; the month of a week by its Thursday.
    private func checkParent(_ subject: String, _ day: CivilDate) {
        let monday = day - (((day.ordinal + 3) % 7 + 7) % 7)
        let week = Period(.week, containing: monday)
        guard week.firstDay >= plan.from, let rule = plan.rules.first(where: { $0.gathers == .day }) else { return }
        let unit = rule.fanOut == "scope" ? "U-1" : "U-2"
        if !keys.contains("R-\(rule.id) \(unit) \(week.key)") { found(14, "\(subject) \(day) has no week") }
        if Period(.day, containing: day).owner(.week) != week {
            found(14, "\(day) belongs to another week than \(week.key)")
        }
        let month = Period(.month, containing: monday + 3)
        if week.owner(.month) != month { found(14, "\(week.key) belongs to another month than \(month.key)") }
    }

    /// What can be said only at the end.
    func finish() async throws {
        let stored = try await store.read { try $0.tasks(TaskFilter(byDue: false)) }
        outcome.rows = stored.map {
            "\($0.id) \($0.source) \($0.subject) \($0.occurrence) \($0.dueAt.iso8601) \($0.status.state.rawValue) \($0.status.reason ?? "") \($0.detectedLate)"
        }
        outcome.bytes += outcome.rows.flatMap { Array($0.utf8) }
        for task in stored where rows[task.id]?.status.state != task.status.state || rows[task.id]?.dueAt != task.dueAt
        {
            found(0, "the store and the log differ about \(task.id)")
        }
        for (key, count) in delivered where count > 0 && !committed.contains(key) {
            found(8, "\(key) was told without a commit")
        }
        for key in committed {
            if delivered[key] ?? 0 == 0 { found(9, "\(key) was never delivered") }
            if acknowledged[key] ?? 0 > 1 { found(9, "\(key) was acknowledged \(acknowledged[key] ?? 0) times") }
        }
        for forecast in forecasts where forecast.until < end - 30 * Instant.day {
            for line in forecast.tasks {
                let parts = line.split(separator: " ")
                let made = outcome.rows.contains { $0.contains(" \(parts[0]) \(parts[1]) \(parts[2]) \(parts[3])") }
                if !made { found(23, "foretold at \(forecast.at): \(line)") }
            }
        }
        try await beFenced()
    }

    private func beFenced() async throws {
        let key = plan.bug?.number == 24 ? "store.epoch.kept" : "store.epoch"
        _ = try await store.write(Command(id: "fence", actor: "other", verb: "fence", digest: [])) { writing in
            try writing.setMark(key, "1000000")
            return Outcome(undoable: false)
        }
        clock.pass(9 * Instant.day)
        let before = try await store.read { try $0.headSeq() }
        do { _ = try await bureau.tick() } catch {}
        let after = try await store.read { try $0.headSeq() }
        if after != before { found(24, "a fenced process committed \(after - before) events") }
    }
}
