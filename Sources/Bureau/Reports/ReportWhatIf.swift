public import Identifiers
public import Labels
import Promotion
import ReportModel
import Reporting
import Synchronization
public import WorkCalendar

/// What `report what-if` answers: the figures and ranks that would be others.
public struct WhatIfView: Sendable {
    public struct RankChange: Sendable {
        public var unit: UnitID
        public var name: Phrase
        public var from: Int?
        public var to: Int?
    }

    public var unit: UnitID
    public var period: Period
    public var figures: [FigureDifference]
    public var ranks: [RankChange]
}

extension Bureau {
    /// `zs report what-if KIND PERIOD P-17:started@2026-11-28 …`: derives the report before and after in a transaction that
    /// is taken back, so that nothing is written. Dates may lie in the future.
    public func whatIf(kind: String, period: String, changes: [String], caller: Caller) async throws -> WhatIfView {
        let answer = WhatIfAnswer()
        var asking = caller
        asking.dryRun = true
        _ = try await execute("report.what-if", asking) { context in
            let unit = try context.contextUnit()
            try context.authorise("report.what-if", .unit(unit))
            let period = try DateReading.period(period, today: context.today, kind: DateReading.level(kind))
            let suppositions = try changes.map { try Supposition($0, today: context.today) }
            guard !suppositions.isEmpty else { throw Supposition.form("") }
            let loading = try ReportLoading(context.store, calendar: context.calendar, codes: context.codes)
            let before = try loading.facts(unit, period)
            for supposition in suppositions { try supposition.apply(to: context) }
            let after = try loading.facts(unit, period)
            let view = Self.compare(before, after)
            answer.view.withLock { $0 = view }
            return Outcome(undoable: false)
        }
        guard let view = answer.view.withLock({ $0 }) else {
            throw ZhaoshangError(.internalError, zh: "没有结果", en: "no answer")
        }
        return view
    }

    private static func compare(_ before: ReportFacts, _ after: ReportFacts) -> WhatIfView {
        let old = ReportDerivation.derive(before).figures
        let new = ReportDerivation.derive(after).figures
        let keys = Set(old.keys).union(new.keys).filter { old[$0]?.text != new[$0]?.text }.sorted()
        let ranks = after.ranking.groups.flatMap(\.rows).compactMap { row -> WhatIfView.RankChange? in
            let from = before.ranking.row(of: row.unit)?.rank
            return from == row.rank
                ? nil : WhatIfView.RankChange(unit: row.unit, name: row.name, from: from, to: row.rank)
        }
        return WhatIfView(
            unit: before.unit.id, period: before.period,
            figures: keys.map { FigureDifference(key: $0, first: old[$0], second: new[$0]) }, ranks: ranks)
    }
}

/// Carries what was derived out of a transaction that is taken back.
private final class WhatIfAnswer: Sendable {
    let view = Mutex<WhatIfView?>(nil)
}

/// `P-17:started@2026-11-28`, `P-17:signed@2026-11-28:3.5亿`, `P-17:funds@2026-11-28:1亿`.
private struct Supposition {
    private enum Event {
        case stage(Stage)
        case funds
    }

    private let project: ProjectID
    private let event: Event
    private let date: CivilDate
    private let amount: Money?

    init(_ text: String, today: CivilDate) throws {
        let parts = text.split(whereSeparator: { ":：@＠".contains($0) }).map(String.init)
        guard parts.count == 3 || parts.count == 4, let project = ProjectID(parts[0].uppercased()) else {
            throw Self.form(text)
        }
        self.project = project
        if ["funds", "资金", "到位"].contains(parts[1].lowercased()) {
            event = .funds
        } else if let stage = Stage.allCases.first(where: {
            $0.rawValue.lowercased() == parts[1].lowercased() || ReportLabel.stage($0.rawValue).zh == parts[1]
        }) {
            event = .stage(stage)
        } else {
            throw Self.form(text)
        }
        date = try DateReading.date(parts[2], today: today)
        amount = parts.count == 4 ? try? Money(parsing: parts[3]) : nil
        if parts.count == 4, amount == nil { throw Self.form(text) }
        if case .funds = event, amount == nil { throw Self.form(text) }
    }

    static func form(_ text: String) -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "看不懂的假设：\(text)", en: "not a supposition: \(text)",
            hint: Phrase(
                zh: "例如：P-17:started@2026-11-28、P-17:signed@2026-11-28:3.5亿、P-17:funds@2026-11-28:1亿",
                en: "for example: P-17:started@2026-11-28, P-17:signed@2026-11-28:3.5亿, P-17:funds@2026-11-28:1亿"),
            details: ["supposition": .text(text)])
    }

    func apply(to context: WriteContext) throws {
        guard let project = try context.store.record(Project.self, project) else {
            throw ZhaoshangError(
                .notFound, zh: "没有项目 \(self.project)", en: "there is no project \(self.project)",
                hint: Phrase("zs project list"), details: ["id": .text(self.project.description)])
        }
        switch event {
        case .stage(let stage): try advance(project, to: stage, context)
        case .funds: try arrive(project, context)
        }
    }

    private func advance(_ project: Project, to stage: Stage, _ context: WriteContext) throws {
        var after = project
        after.steps.append(
            StageStep(
                kind: .advanced, from: project.stage, to: stage, date: date, recordedAt: context.store.now,
                by: context.caller.actor, unit: project.unitID, officer: project.people.manager))
        after.stage = max(project.stage, stage)
        let counted = amount ?? project.facts.plannedTotal ?? .zero
        let signs = stage == .signed && project.reached(.signed) == nil
        if signs { after.contractValue = Money(yuan: project.contractValue.yuan + counted.yuan) }
        try context.store.append("project.supposed", before: project, after: after)
        guard signs else { return }
        let agreement = Agreement(
            id: try context.store.nextID(Agreement.self), project: project.id, form: .formal, amount: counted,
            signedOn: date, counted: counted, isFirst: true, unit: project.unitID, officer: project.people.manager,
            credit: project.effectiveCredit, eastern: project.facts.eastern, section: project.facts.section)
        try context.store.append("agreement.supposed", before: nil, after: agreement)
    }

    private func arrive(_ project: Project, _ context: WriteContext) throws {
        let record = Funds(
            id: try context.store.nextID(Funds.self), project: project.id, amount: amount ?? .zero, arrivedOn: date,
            component: .other, voucher: nil, state: .verified, reportedBy: ActingPerson(by: context.caller.actor),
            unit: project.unitID, officer: project.people.manager, credit: project.effectiveCredit,
            eastern: project.facts.eastern)
        try context.store.append("funds.supposed", before: nil, after: record)
    }
}
