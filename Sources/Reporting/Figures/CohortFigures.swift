import Identifiers
import Promotion
import WorkCalendar

/// The figures that look at records one by one (domain.md §9: K1–K5, K7–K11, K15, K16, K22–K24, K31), each as the rows it
/// is reckoned from. `KEY.cumulative` has the projects of the year so far.
public struct CohortFigures: Sendable {
    public private(set) var parts: [String: FigureParts] = [:]

    public init(_ facts: ReportFacts) {
        let own = facts.days
        let pipeline = facts.pipeline
        addLeads(pipeline)
        addSigned(pipeline.signed.filter { Self.signedOn($0).map(own.contains) ?? false }, suffix: "")
        addSigned(pipeline.signed, suffix: ".cumulative")
        addStarted(pipeline.started.filter { $0.startedOn.map(own.contains) ?? false }, facts.calendar, suffix: "")
        addStarted(pipeline.started, facts.calendar, suffix: ".cumulative")
        parts["K5.rate"] = Self.share(
            pipeline.entered, { $0.reached(atLeast: .signed) }, { $0.reached[.negotiating] })
        let active = FigureRow(
            id: "projects.active", amount: Int64(pipeline.activeBefore), date: own.lowerBound, seq: facts.asOfSeq)
        parts["K23.rate"] = FigureParts(
            .loss, pipeline.lost.map { Self.row($0, on: $0.termination?.on ?? own.upperBound) }, [active],
            pipeline.entered.map { Self.row($0, on: $0.reached[.negotiating] ?? own.lowerBound) })
        parts["K31.rate"] = FigureParts(
            .fulfilment, pipeline.commitments.filter(\.counts).map { Self.row($0) },
            pipeline.commitments.filter { !$0.counts }.map { Self.row($0) })
    }

    /// Thresholds of K16 in 亿 yuan.
    static let majorThresholds: [Int64] = [1, 5, 10, 50, 100]

    /// Working days from signing to start, by the count of domain.md §4: from the day after.
    static func workingDays(from: CivilDate, to: CivilDate, _ calendar: WorkingDayCalendar) -> Int64 {
        from < to ? Int64(calendar.workingDays(in: (from + 1)...to)) : 0
    }

    private static func signedOn(_ project: ProjectFact) -> CivilDate? { project.reached[.signed] }

    private mutating func addLeads(_ pipeline: PipelineFacts) {
        parts["K1.valid_rate"] = Self.share(pipeline.received)
        for (key, kind) in [("K2.rate", LimitKind.response), ("K3.rate", .verdict), ("K24.rate", .arbitration)] {
            parts[key] = Self.share(pipeline.limits[kind] ?? [])
        }
        parts["K4.rate"] = Self.share(pipeline.verdicts)
        parts["K3.mean_days"] = FigureParts(
            .mean, pipeline.verdicts.map { Self.row($0, amount: Int64($0.workingDays)) },
            pipeline.verdicts.map { Self.row($0) })
    }

    private static func share(_ facts: [JudgedFact]) -> FigureParts {
        FigureParts(.share, facts.filter(\.counts).map { row($0) }, facts.map { row($0) })
    }

    private static func row(_ fact: JudgedFact, amount: Int64 = 1) -> FigureRow {
        FigureRow(id: fact.id, amount: amount, date: fact.date, seq: fact.seq)
    }

    /// The cohort C: projects first signed in the period.
    private mutating func addSigned(_ cohort: [ProjectFact], suffix: String) {
        func add(_ key: String, _ counts: (ProjectFact) -> Bool) {
            parts[key + suffix] = Self.share(cohort, counts, Self.signedOn)
        }
        add("K7.rate") { $0.performs }
        add("K8.rate") { $0.reached(atLeast: .landed) }
        add("K9.rate") { $0.startedOn != nil || $0.reached(atLeast: .completed) }
        add("K10.rate") { $0.reached(atLeast: .producing) }
        func amounts(_ amount: (ProjectFact) -> Money) -> [FigureRow] {
            cohort.compactMap { project in
                guard let date = Self.signedOn(project), amount(project) != .zero else { return nil }
                return Self.row(project, on: date, amount: amount(project).yuan)
            }
        }
        parts["K11.rate" + suffix] = FigureParts(.share, amounts(\.funds), amounts(\.contract))
        parts["K15.rate" + suffix] = FigureParts(.share, amounts(\.fixedFunds), amounts(\.contract))
        for threshold in Self.majorThresholds {
            let large = cohort.filter { $0.contract.yuan >= threshold * 100_000_000 }
            parts["K16.ge\(threshold)" + suffix] = FigureParts(
                .total, large.compactMap { project in Self.signedOn(project).map { Self.row(project, on: $0) } })
        }
    }

    private mutating func addStarted(_ projects: [ProjectFact], _ calendar: WorkingDayCalendar, suffix: String) {
        let rows = projects.compactMap { project -> FigureRow? in
            guard let signed = Self.signedOn(project), let started = project.startedOn else { return nil }
            return Self.row(project, on: started, amount: Self.workingDays(from: signed, to: started, calendar))
        }
        parts["K22.median" + suffix] = FigureParts(.median, rows)
        parts["K22.p90" + suffix] = FigureParts(.percentile90, rows)
    }

    private static func share(
        _ projects: [ProjectFact], _ counts: (ProjectFact) -> Bool, _ date: (ProjectFact) -> CivilDate?
    ) -> FigureParts {
        func rows(_ projects: [ProjectFact]) -> [FigureRow] {
            projects.compactMap { project in date(project).map { row(project, on: $0) } }
        }
        return FigureParts(.share, rows(projects.filter(counts)), rows(projects))
    }

    private static func row(_ project: ProjectFact, on date: CivilDate, amount: Int64 = 1) -> FigureRow {
        FigureRow(id: project.id.description, amount: amount, date: date, seq: project.seq)
    }
}
