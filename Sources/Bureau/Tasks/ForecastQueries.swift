public import Cadence
import Identifiers
public import Labels
import Promotion
import WorkCalendar

public struct ForecastView: Sendable {
    public var forecast: ForecastTask
    public var subjectName: Phrase
}

extension Bureau {
    /// `zs task next [-n N] [--rule R-1] [--level daily]`: what will be due: the tasks that stand, when they are due now, and
    /// those to come by the functions that fire.
    public func nextTasks(_ words: CommandWords, caller: Caller) async throws -> [ForecastView] {
        try await read(caller) { context in
            var rules = try context.store.rules()
            let keyed = try KeyedWords(
                words, keys: ["rule": "rule", "规则": "rule", "level": "level", "层级": "level", "limit": "limit"],
                allowPlain: false)
            if let named = keyed.value("rule") { rules = [try Self.rule(named, in: rules)] }
            if let level = try keyed.value("level").map(DateReading.level) {
                rules = rules.filter { $0.level == level }
            }
            var scope: Set<UnitID>?
            if caller.principal != nil || caller.unit != nil {
                let unit = try context.scope("task.next")
                scope = Set(context.tree.subtree(of: unit))
                rules = rules.filter {
                    context.tree.contains($0.scope, below: unit) || context.tree.contains(unit, below: $0.scope)
                }
            } else {
                try context.authorise("task.next", .none)
            }
            let count = try Self.count(keyed.value("limit"))
            let units = scope
            let standing = try context.store.standing(rules, context.calendar, now: context.now) {
                units?.contains($0) ?? true
            }
            let forecast = Forecast(
                roster: try context.store.roster(), calendar: context.calendar,
                calendarRevision: try context.store.calendarRevision()
            ) { rule, period, subject, unit in
                (units?.contains(unit) ?? true)
                    && !standing.made.contains(StandingTasks.Key(rule: rule.id, period: period, subject: subject))
            }
            let views = try TaskViews(context)
            return forecast.next(count, rules: rules, standing: standing.pending, now: context.now).map {
                ForecastView(forecast: $0, subjectName: views.name(of: $0.subject))
            }
        }
    }

    private static func count(_ text: String?) throws -> Int {
        guard let text else { return 20 }
        if let count = Int(text), (1...10_000).contains(count) { return count }
        throw ZhaoshangError(
            .usage, zh: "-n 须为 1 到 10000 的整数：\(text)", en: "-n takes a whole number from 1 to 10000: \(text)")
    }
}

/// What is there already of that which rules ask for.
private struct StandingTasks: Sendable {
    struct Key: Hashable, Sendable {
        var rule: RuleID
        var period: Period
        var subject: Subject
    }

    /// Of the running and the last period, whatever became of them.
    var made: Set<Key> = []
    /// Those still to be done and not due yet: a person or an edited rule may have moved them.
    var pending: [ForecastTask] = []
}

extension Reading {
    fileprivate func standing(
        _ rules: [Rule], _ calendar: WorkingDayCalendar, now: Instant, isWanted: (UnitID) -> Bool
    ) throws -> StandingTasks {
        var standing = StandingTasks()
        for rule in rules {
            let current = rule.currentPeriod(at: now)
            let made = try tasks(
                TaskFilter(
                    source: rule.id.description, level: rule.level,
                    periods: (current.ordinal - 1)...current.ordinal, byDue: false))
            for task in made {
                standing.made.insert(StandingTasks.Key(rule: rule.id, period: task.period, subject: task.subject))
            }
        }
        let sources = Dictionary(rules.map { ($0.id.description, $0) }) { first, _ in first }
        let pending = try tasks(TaskFilter(states: [.open, .returned], ofRules: true, dueFrom: now))
        for task in pending where task.dueAt > now && isWanted(task.unit) {
            guard let rule = sources[task.source] else { continue }
            standing.pending += [ForecastTask(standing: task, of: rule, calendar)].compactMap(\.self)
        }
        return standing
    }
}
