import WorkCalendar

/// The shortest history that was found in which an invariant breaks, and how it reads.
struct ShrunkHistory: Sendable {
    private(set) var plan: SimulationPlan
    private(set) var invariant: Int
    private(set) var finding: SimulationOutcome.Finding
    /// Replays that were tried.
    private(set) var replays = 0

    private static let limit = 60
    /// No replay begins later than this: one of a decade takes a while itself.
    private static let patience = Duration.seconds(120)
    private let began = ContinuousClock.now

    /// Leaves out what came after the finding, then halves, quarters and so on of what happened, as long as the same
    /// invariant breaks.
    init?(_ plan: SimulationPlan, _ outcome: SimulationOutcome) async {
        guard let first = outcome.violations.min(by: { $0.value.at < $1.value.at }) else { return nil }
        (self.plan, invariant, finding) = (plan, first.key, first.value)
        self.plan.stopsAt = invariant
        var shorter = self.plan
        shorter.acts.removeAll { $0.at > finding.at }
        shorter.until = min(plan.until, finding.at.date + 1)
        await attempt(shorter)
        var size = max(1, self.plan.acts.count / 2)
        while true {
            var start = 0
            while start < self.plan.acts.count {
                var without = self.plan
                without.acts.removeSubrange(start..<min(start + size, without.acts.count))
                if await !attempt(without) { start += size }
            }
            if size == 1 { break }
            size /= 2
        }
    }

    /// Takes the plan over if it breaks the same invariant.
    @discardableResult
    private mutating func attempt(_ shorter: SimulationPlan) async -> Bool {
        guard replays < Self.limit, began.duration(to: .now) < Self.patience else { return false }
        replays += 1
        guard let outcome = try? await Simulation(shorter).run(), let again = outcome.violations[invariant] else {
            return false
        }
        plan = shorter
        finding = again
        return true
    }

    var report: String {
        let acts = plan.acts.map { "\n  \($0)" }.joined()
        return """
            seed \(plan.seed), \(plan.crashes ? "with" : "without") crashes, I\(invariant) at \
            \(finding.at.date) \(finding.at.timeOfDay): \(finding.text)
            from \(plan.from) to \(plan.until)\(plan.acts.isEmpty ? ", nothing beside people's work" : " with"): \(acts)
            """
    }
}
