import Foundation
import Testing
import WorkCalendar

/// Years of two bureaus under everything that may go wrong, and the mistakes that each invariant is there for.
///
/// `make simulate SEEDS=N` plays N decades with `ZS_SIMULATE`; `make test` leaves those out by name.
struct SimulationTests {
    private static func plan(
        _ seed: UInt64, _ rules: [SimulatedRule], from: String, until: String, crashes: Bool = false
    ) throws -> SimulationPlan {
        SimulationPlan(
            seed: seed, rules: rules, from: try #require(CivilDate(from)), until: try #require(CivilDate(until)),
            crashes: crashes)
    }

    /// A failure says its seed and the shortest history that was found for it.
    private static func play(_ plan: SimulationPlan) async throws -> SimulationOutcome {
        let outcome = try await Simulation(plan).run()
        // At once: to shrink years of history takes its time.
        if !outcome.violations.isEmpty { say("seed \(plan.seed) BROKEN\n\(outcome.summary)") }
        if let shrunk = await ShrunkHistory(plan, outcome) { Issue.record("\(outcome.summary)\n\(shrunk.report)") }
        return outcome
    }

    /// Unbuffered, since a history of years may be followed while it is played.
    private static func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    /// The first rows that are in one of the histories alone.
    private static func difference(_ calm: SimulationOutcome, _ crashed: SimulationOutcome) -> String? {
        guard calm.rows != crashed.rows else { return nil }
        let (left, right) = (Set(calm.rows), Set(crashed.rows))
        let lost = calm.rows.filter { !right.contains($0) }
        let new = crashed.rows.filter { !left.contains($0) }
        return "without crashes \(lost.count): \(lost.prefix(3)), with \(new.count): \(new.prefix(3))"
    }

    private static let environment = ProcessInfo.processInfo.environment
    /// How many seeds `make simulate` asks for; none in `make test`.
    private static let count = UInt64(environment["ZS_SIMULATE"] ?? "") ?? 0
    private static let first = UInt64(environment["ZS_SIMULATE_FIRST"] ?? "") ?? 1

    @Test func fortyDaysBreakNothing() async throws {
        let plan = try Self.plan(1, SimulatedRule.banan, from: "2025-01-01", until: "2025-02-10")
        let outcome = try await Self.play(plan)
        let again = try await Simulation(plan).run()
        #expect(again.bytes == outcome.bytes, "I27: the same seed gives other bytes")
        #expect(outcome.tasks > 50)
        #expect(outcome.messages > 50)
    }

    /// A crash at each step changes nothing.
    @Test func crashesChangeNothing() async throws {
        for (seed, rules) in [(2 as UInt64, SimulatedRule.banan), (3, SimulatedRule.jiulongpo)] {
            var plan = try Self.plan(seed, rules, from: "2025-09-22", until: "2025-10-25", crashes: true)
            let outcome = try await Self.play(plan)
            plan.crashes = false
            let calm = try await Simulation(plan).run()
            let difference = Self.difference(calm, outcome)
            #expect(difference == nil, "I21: seed \(seed): with crashes the history is another one")
            #expect(outcome.crashes > 100)
        }
    }

    @Test func decadesBreakNothing() async throws {
        try #require(Self.count > 0, "say how many decades: make simulate SEEDS=N")
        for seed in Self.first..<(Self.first + Self.count) {
            async let banan: Void = Self.playDecade(seed, "banan", SimulatedRule.banan)
            async let jiulongpo: Void = Self.playDecade(seed, "jiulongpo", SimulatedRule.jiulongpo)
            _ = try await (banan, jiulongpo)
        }
    }

    private static func playDecade(_ seed: UInt64, _ name: String, _ rules: [SimulatedRule]) async throws {
        var plan = try plan(
            seed, rules, from: environment["ZS_SIMULATE_FROM"] ?? "2016-01-01",
            until: environment["ZS_SIMULATE_UNTIL"] ?? "2026-01-01", crashes: true)
        let began = ContinuousClock.now
        let outcome = try await play(plan)
        say(
            "seed \(seed) \(name): \(began.duration(to: .now)), \(outcome.steps) steps, \(outcome.crashes) crashes, "
                + "\(outcome.tasks) tasks, \(outcome.messages) messages, \(plan.acts.count) acts, "
                + (outcome.violations.isEmpty ? "ok" : "BROKEN"))
        plan.crashes = false
        let difference = difference(try await Simulation(plan).run(), outcome)
        #expect(difference == nil, "I21: seed \(seed) \(name): with crashes the history is another one")
    }

    /// Each bug is planted around the step, the store or the clock, and played until its invariant notices.
    @Test func eachInvariantCatchesItsBug() async throws {
        var lines: [String] = []
        var caught = 0
        for bug in PlantedBug.all {
            let finding = try await Self.finding(bug)
            caught += finding == nil ? 0 : 1
            let words = finding?.split(separator: "\n").first ?? ""
            lines.append("  \(finding == nil ? "MISSED" : "caught")  \(bug): \(words)")
        }
        print("Planted bugs: \(caught) of \(PlantedBug.all.count) caught\n" + lines.joined(separator: "\n"))
        #expect(caught == PlantedBug.all.count)
        #expect(PlantedBug.all.map(\.number) == Array(1...27))
    }

    /// What the bug's own invariant says of it.
    private static func finding(_ bug: PlantedBug) async throws -> String? {
        let plan = try bug.plan()
        let outcome = try await Simulation(plan).run()
        switch bug.number {
        case 21:
            var calm = plan
            calm.crashes = false
            return difference(try await Simulation(calm).run(), outcome)
        case 27: return try await Simulation(plan).run().bytes == outcome.bytes ? nil : "other bytes"
        default: return outcome.violations[bug.number]?.text
        }
    }

    /// Without their bug, the short histories break nothing.
    @Test func historiesOfTheBugsBreakNothingWithoutThem() async throws {
        for bug in PlantedBug.all where !bug.acts.isEmpty {
            var plan = try bug.plan()
            plan.bug = nil
            plan.stopsAt = nil
            let outcome = try await Self.play(plan)
            #expect(outcome.violations.isEmpty, "\(bug)")
        }
    }

    /// Of weeks in which much happened, the one act without which nothing breaks is left.
    @Test func failureIsShrunkToWhatItNeeds() async throws {
        let bug = try #require(PlantedBug.all.first { $0.number == 19 })
        var plan = try Self.plan(7, SimulatedRule.jiulongpo, from: "2025-02-20", until: "2025-04-20")
        plan.bug = bug
        let pause = SimulatedAct(
            at: Instant(try #require(CivilDate("2025-03-12")), .midnight) + 600 * Instant.minute,
            kind: .pause(days: 4, policy: "skip"))
        plan.acts.removeAll { if case .pause = $0.kind { true } else { false } }
        plan.acts = (plan.acts + [pause]).sorted { $0.at < $1.at }
        #expect(plan.acts.count > 4)
        let outcome = try await Simulation(plan).run()
        let shrunk = try #require(await ShrunkHistory(plan, outcome))
        #expect(shrunk.invariant == 19)
        #expect(shrunk.plan.acts.map(\.description) == [pause.description])
        #expect(shrunk.report.contains("seed 7"))
        #expect(shrunk.report.contains(pause.description))
        let again = try await Simulation(shrunk.plan).run()
        #expect(again.violations[19] != nil)
    }

    /// What the scheduler made of a seed, against chinesecalendar, numpy and dateutil.
    @Test(.enabled(if: DueOracle.path != nil || DueOracle.isRequired, "ZS_ORACLE_PYTHON is not set"))
    func duesAgreeWithPython() async throws {
        let from = Self.count > 0 ? "2016-01-01" : "2019-12-15"
        let until = Self.count > 0 ? "2026-01-01" : "2020-03-10"
        var compared = 0
        for (seed, rules) in [(11 as UInt64, SimulatedRule.banan), (12, SimulatedRule.jiulongpo)] {
            var plan = try Self.plan(seed, rules, from: from, until: until)
            plan.keepsDues = true
            let outcome = try await Self.play(plan)
            let answers = try DueOracle.answers(outcome.dues, outcome.revisions)
            try #require(answers.count == outcome.dues.count)
            let wrong = zip(outcome.dues, answers).filter { due, answer in
                (due.due.map { "\($0.date)T\($0.timeOfDay)" } ?? "-") != answer
            }
            #expect(
                wrong.isEmpty, "\(wrong.count) of \(answers.count) differ, first \(String(describing: wrong.first))")
            compared += answers.count
        }
        print("Due times compared with chinesecalendar, numpy and dateutil: \(compared)")
        #expect(compared > 150)
    }
}
