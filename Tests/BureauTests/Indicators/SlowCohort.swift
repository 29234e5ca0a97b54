import Promotion
import Testing
import WorkCalendar

/// The figures of domain.md §9 counted one project after the other from the plan of the test, with nothing of the product
/// but its dates.
enum SlowCohort {
    private static let path: [Stage] = [
        .negotiating, .reviewing, .approved, .signed, .landed, .started, .completed, .producing, .atCapacity,
    ]

    static func plan(_ number: Int64, _ random: inout SeededRandom) throws -> PlannedProject {
        var day = try PlannedProject.day("2025-10-01") + Int.random(in: 0...400, using: &random)
        let last = Int.random(in: 0..<path.count, using: &random)
        var stages: [(stage: Stage, on: String)] = []
        let lean = Bool.random(using: &random) && Bool.random(using: &random)
        for stage in path[...last] where !(lean && (stage == .started || stage == .completed)) {
            stages.append((stage, day.description))
            day = day + Int.random(in: 0...40, using: &random)
        }
        var plan = PlannedProject(
            number: number, unit: [2, 3, 4].randomElement(using: &random) ?? 2, kind: lean ? .lightAsset : .new,
            stages: stages, industry: Bool.random(using: &random) ? "C3962" : "I6510",
            eastern: Bool.random(using: &random))
        if last >= 3 {
            plan.contract = Int64.random(in: 1...3_000_000_000, using: &random)
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                plan.funds.append(
                    (
                        Int64.random(in: 1...1_000_000_000, using: &random), day.description,
                        FundsComponent.allCases.randomElement(using: &random) ?? .other
                    ))
                day = day + Int.random(in: 0...60, using: &random)
            }
        }
        if Int.random(in: 0..<4, using: &random) == 0, last < path.count - 1 {
            plan.terminated = (day.description, .site)
        }
        return plan
    }

    /// Texts of dates compare as the dates do.
    static func figures(_ plans: [PlannedProject], _ days: ClosedRange<CivilDate>) throws -> [String: Double?] {
        let (first, last) = (days.lowerBound.description, days.upperBound.description)
        func on(_ plan: PlannedProject, _ stage: Stage) -> String? {
            plan.stages.first { $0.stage == stage }?.on
        }
        func by(_ plan: PlannedProject, _ stages: [Stage]) -> Bool {
            stages.contains { on(plan, $0).map { $0 <= last } ?? false }
        }
        func within(_ day: String?) -> Bool { day.map { first <= $0 && $0 <= last } ?? false }
        func share(_ part: Double, _ whole: Double) -> Double? { whole == 0 ? nil : part / whole }
        func sum(_ plan: PlannedProject, _ counts: (FundsComponent) -> Bool) -> Double {
            plan.funds.filter { $0.on <= last && counts($0.component) }.reduce(0) { $0 + Double($1.yuan) }
        }

        let signed = plans.filter { within(on($0, .signed)) }
        let entered = plans.filter { within(on($0, .negotiating)) }
        let count = Double(signed.count)
        let contract = signed.reduce(0) { $0 + Double($1.contract) }
        let arrived = plans.flatMap(\.funds).filter { within($0.on) }.reduce(0) { $0 + Double($1.yuan) }
        let started = plans.filter { plan in
            within(on(plan, .started)) || plan.kind == .lightAsset && within(on(plan, .producing))
        }
        let lost = plans.filter { within($0.terminated?.on) }
        let active = plans.filter { plan in
            guard let entry = on(plan, .negotiating), entry < first else { return false }
            if let gone = plan.terminated?.on, gone < first { return false }
            if let full = on(plan, .atCapacity), full < first { return false }
            return true
        }
        var figures: [String: Double?] = [
            "K6.count": count, "K6.amount": contract, "K13.amount": arrived, "K9.count": Double(started.count),
            "K5.rate": share(Double(entered.count { by($0, Array(path[3...])) }), Double(entered.count)),
            "K7.rate": share(
                Double(signed.count { by($0, Array(path[4...])) || sum($0) { _ in true } > 0 }), count),
            "K8.rate": share(Double(signed.count { by($0, Array(path[4...])) }), count),
            "K9.rate": share(
                Double(
                    signed.count {
                        by($0, $0.kind == .lightAsset ? [.producing, .atCapacity] : Array(path[5...]))
                    }), count),
            "K10.rate": share(Double(signed.count { by($0, [.producing, .atCapacity]) }), count),
            "K11.rate": share(signed.reduce(0) { $0 + sum($1) { _ in true } }, contract),
            "K12.rate": share(arrived, contract),
            "K15.rate": share(
                signed.reduce(0) { $0 + sum($1) { [.land, .building, .equipment].contains($0) } }, contract),
            "K17.rate": share(
                signed.filter { $0.industry.hasPrefix("C") }.reduce(0) { $0 + Double($1.contract) }, contract),
            "K18.count": Double(signed.count { $0.eastern }),
            "K18.funds": plans.filter(\.eastern).flatMap(\.funds).filter { within($0.on) }
                .reduce(0) { $0 + Double($1.yuan) },
            "K23.rate": share(Double(lost.count), Double(active.count + entered.count)),
        ]
        for yi in [1, 5, 10, 50, 100] {
            figures["K16.ge\(yi)"] = Double(signed.count { $0.contract >= Int64(yi) * 100_000_000 })
        }
        return figures
    }
}
