import Bureau
import Cadence
import Identifiers
import Promotion
import SQLiteStore
import WorkCalendar

/// What is checked of a whole quarter, and of a whole run.
extension Simulation {
    private func subjects(_ rule: SimulatedRule, _ days: [CivilDate]) -> [String] {
        switch rule.fanOut {
        case "units": return ["U-1", "U-2"]
        case "scope": return ["U-1"]
        default:
            return people.filter { person in
                person.roles == [.officer] && days.contains { person.unit(on: $0) != nil }
            }.map { "O-\($0.id)" }
        }
    }

    /// Each period up to `day`, day by day: what must be there, and nothing else.
    func checkEverything(until day: CivilDate) {
        checkForecasts()
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
                if rule.level == .day, isAskedOff(rule, days[0], period) { continue }
                if rule.id == 1, pauses.contains(where: { $0.from <= period && $0.until == nil }) { continue }
                for subject in subjects(rule, days) {
                    let isMade = keys["R-\(rule.id) \(subject) \(period.key)"] != nil
                    if !isMade { found(2, "R-\(rule.id) \(subject) \(period.key) is absent") }
                    guard rule.level == .day else { continue }
                    let month = "\(subject) \(days[0].year)-\(days[0].month)"
                    counts[month, default: (0, 0)].expected += 1
                    if isMade { counts[month, default: (0, 0)].made += 1 }
                    checkParent(subject, days[0])
                }
            }
            for (month, count) in counts.sorted(by: { $0.key < $1.key }) where count.expected != count.made {
                found(15, "\(month): \(count.made) inventories for \(count.expected) working days")
            }
        }
    }

    /// On a day off nobody is asked, unless it became one after it was asked.
    private func isAskedOff(_ rule: SimulatedRule, _ day: CivilDate, _ period: Period) -> Bool {
        guard !calendar.isWorking(day) else { return false }
        for subject in subjects(rule, [day]) {
            guard let id = keys["R-\(rule.id) \(subject) \(period.key)"], let task = rows[id] else { continue }
            if !calendars[task.calendarRevision].isWorking(day), task.status.reason != "calendar" {
                found(15, "R-\(rule.id) asks \(subject) on \(period.key), a day off")
            }
        }
        return true
    }

    /// The week of a day by its Monday; the month of a week by its Thursday.
    private func checkParent(_ subject: String, _ day: CivilDate) {
        let monday = day - (((day.ordinal + 3) % 7 + 7) % 7)
        let week = Period(.week, containing: monday)
        guard week.firstDay >= plan.from, let rule = plan.rules.first(where: { $0.gathers == .day }),
            let id = keys["R-1 \(subject) \(Period(.day, containing: day).key)"], let task = rows[id]
        else { return }
        let unit = rule.fanOut == "scope" ? "U-1" : "U-\(task.unit.number)"
        if keys["R-\(rule.id) \(unit) \(week.key)"] == nil { found(14, "\(subject) \(day) has no week") }
        if Period(.day, containing: day).owner(.week) != week {
            found(14, "\(day) belongs to another week than \(week.key)")
        }
        let month = Period(.month, containing: monday + 3)
        if week.owner(.month) != month { found(14, "\(week.key) belongs to another month than \(month.key)") }
    }

    // MARK: the end

    func finish() async throws {
        let stored = try await store.read { try $0.tasks(TaskFilter(byDue: false)) }
        outcome.rows = stored.map {
            "\($0.id) \($0.source) \($0.subject) \($0.occurrence) \($0.dueAt.iso8601) \($0.unit) "
                + "\($0.status.state.rawValue) \($0.status.reason ?? "") \($0.detectedLate)"
        }
        outcome.rows += messages.values.sorted { $0.key < $1.key }.map {
            "\($0.key) \($0.kind) \($0.items.map { "\($0.task)/\($0.level)" }.joined(separator: ","))"
        }
        outcome.bytes += outcome.rows.flatMap { Array($0.utf8) }
        for task in stored where rows[task.id]?.status != task.status || rows[task.id]?.dueAt != task.dueAt {
            found(0, "the store and the log differ about \(task.id)")
        }
        try await checkDeliveries()
        try await inspect()
    }

    /// What was foretold until two days ago has happened or never will.
    func checkForecasts() {
        let settled = clock.now() - 2 * Instant.day
        defer { forecasts.removeAll { $0.until < settled } }
        for forecast in forecasts where forecast.until < settled {
            checkUnforetold(forecast)
            for line in forecast.tasks {
                let parts = line.split(separator: " ").map(String.init)
                guard let id = keys[parts[0...2].joined(separator: " ")], let task = rows[id] else {
                    found(23, "foretold at \(forecast.at) and never made: \(line)")
                    continue
                }
                if task.dueAt.iso8601 != parts[3] {
                    found(23, "foretold at \(forecast.at): \(line), and due \(task.dueAt)")
                }
            }
        }
    }

    /// What was due in the stretch of a forecast had been foretold in it.
    private func checkUnforetold(_ forecast: Forecast) {
        guard !forecast.tasks.isEmpty else { return }
        let foretold = Set(forecast.tasks.map { $0.split(separator: " ").prefix(3).joined(separator: " ") })
        let excused: Set<String> = ["leave", "calendar", "pause"]
        for (id, task) in rows where forecast.at < task.dueAt && task.dueAt < forecast.until {
            let isNew = forecast.newest.map { id > $0 } ?? true
            guard isNew || forecast.standing.contains(id), !excused.contains(task.status.reason ?? "") else { continue }
            let key = "\(task.source) \(task.subject) \(task.occurrence)"
            if !foretold.contains(key) { found(23, "not foretold at \(forecast.at): \(key), due \(task.dueAt)") }
        }
    }

    /// What `zs doctor` looks at.
    private func inspect() async throws {
        for inspection in try await process.store.inspect() where !inspection.ok {
            found(0, "\(inspection.name): \(inspection.finding ?? "")")
        }
        if let bad = try await process.store.verifyChain().firstBadSeq { found(0, "the chain breaks at \(bad)") }
        if let difference = try await process.store.rebuild().firstDifference {
            found(0, "the log and the tables differ: \(difference)")
        }
    }
}
