import Cadence
import Identifiers
import Testing
import WorkCalendar

struct NextEventTests {
    let calendar: WorkingDayCalendar

    init() throws { calendar = try StatutoryCalendar.load() }

    /// Sleeping from event to event finds the same acts at the same instants as looking every half hour does; every
    /// event of these rules falls on a half hour.
    @Test(arguments: BureauRules.allCases, [("2026-01-01", "2026-04-10"), ("2026-09-14", "2026-10-20")])
    func sleepingFindsWhatLookingAllTheTimeFinds(_ bureau: BureauRules, _ span: (String, String)) throws {
        let start = try instant(span.0 + "T00:00")
        let end = try instant(span.1 + "T00:00")
        let rules = try bureau.rules(from: 2026).map { rule in
            var rule = rule
            rule.revisions[0].from = Period(rule.level, containing: start.date)
            return rule
        }
        let roster = try SlowOracleTests.roster(2026).asRoster()

        var sleeper = PlayedBureau(rules, roster, calendar)
        var slept: [String] = []
        var now = start
        while now <= end {
            let (acts, next) = try sleeper.settle(at: now)
            slept += acts.map { "\(now) \($0.summary)" }
            guard let next else { break }
            try #require(next > now, "the next event lies ahead")
            // Half of what people owe is handed in, so that there is something to freeze and something to miss.
            for task in sleeper.tasks where task.id.number % 2 == 0 && task.status.state == .open {
                sleeper.submit(task.id, at: now)
            }
            now = try sleeper.settle(at: now).next ?? next
        }

        var watcher = PlayedBureau(rules, roster, calendar)
        var watched: [String] = []
        now = start
        while now <= end {
            watched += try watcher.settle(at: now).acts.map { "\(now) \($0.summary)" }
            for task in watcher.tasks where task.id.number % 2 == 0 && task.status.state == .open {
                watcher.submit(task.id, at: now)
            }
            now = now + 30 * Instant.minute
        }
        #expect(slept == watched)
        #expect(watched.contains { $0.contains("miss") } && watched.contains { $0.contains("freeze") })
    }

    @Test func theNextEventIsTheNextPeriodsBirth() throws {
        var bureau = PlayedBureau([try .inventory(from: "2026-03-02")], .of(try .officer(1)), calendar)
        #expect(try bureau.settle(at: instant("2026-03-02T00:00")).next == instant("2026-03-03T00:00"))
        #expect(try bureau.settle(at: instant("2026-03-02T23:59:59")).next == instant("2026-03-03T00:00"))
    }

    @Test func aRuleThatHasNotBegunWakesTheSchedulerAtItsBeginning() throws {
        var bureau = PlayedBureau([try .consolidation(from: "2026-W20")], .of(), calendar)
        #expect(try bureau.settle(at: instant("2026-03-02T00:00")).next == instant("2026-05-11T00:00"))
    }

    @Test func withoutRulesNothingEverHappens() throws {
        var bureau = PlayedBureau([], .of(try .officer(1)), calendar)
        #expect(try bureau.settle(at: instant("2026-03-02T00:00")).next == nil)
    }

    @Test func anEndedRuleWakesNobody() throws {
        var rule = try Rule.inventory(from: "2026-03-02")
        rule.until = try period("2026-03-03")
        var bureau = PlayedBureau([rule], .of(try .officer(1)), calendar)
        bureau.isDiligent = true
        try bureau.play(from: instant("2026-03-02T00:00"), to: instant("2026-03-03T18:00"))
        #expect(try bureau.settle(at: instant("2026-03-03T18:00")).next == nil)
    }
}

extension SchedulerAct {
    fileprivate var summary: String {
        switch self {
        case .materialise(let event):
            "make \(event.rule) \(event.period.key) "
                + event.rows.map { "\($0.id)/\($0.subject)" }.joined(separator: " ")
        case .miss(let fact): "miss " + fact.tasks.map(\.description).joined(separator: " ")
        case .freeze(let task): "freeze \(task.id)"
        case .direct(let clock): "direct \(clock.id)"
        case .lapse(let clock): "lapse \(clock.id)"
        }
    }
}
