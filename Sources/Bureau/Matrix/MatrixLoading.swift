import Identifiers
import Labels
import Promotion
import Reporting
import WorkCalendar

/// The store → the contributions of one matrix. Units and officers come from sums of postings, everything else from the
/// postings of the records dated in the stretch, so that every matrix of an indicator has the same total.
struct MatrixLoading {
    let context: ReadContext
    let unit: UnitID
    let dimension: MatrixDimension
    let periods: [Period]
    private let scope: [UnitID]

    init(context: ReadContext, unit: UnitID, by dimension: MatrixDimension, periods: [Period]) {
        self.context = context
        self.unit = unit
        self.dimension = dimension
        self.periods = periods
        scope = context.tree.subtree(of: unit)
    }

    private var codes: CodeTables { context.codes }

    private var days: ClosedRange<CivilDate> {
        periods[0].firstDay...periods[periods.count - 1].lastDay
    }

    func matrix(_ key: String, withTargets: Bool) throws -> FigureMatrix {
        guard FigureValues.isCounted(key) else { throw notAdditive(key) }
        let targets = withTargets ? try self.targets(key) : [:]
        let contributions: [FigureMatrix.Contribution]
        var names: [(id: String, name: Phrase)]
        switch dimension {
        case .unit:
            contributions = try unitContributions(key)
            names = scope.compactMap { id in context.tree.byID[id].map { (id.description, $0.name) } }
            let used = Set(contributions.map(\.row)).union(targets.keys)
            names.removeAll { !used.contains($0.id) }
            names.append(contentsOf: Self.counted(twice: contributions))
        case .officer:
            contributions = try officerContributions(key)
            let used = Set(contributions.map(\.row))
            names = try context.store.officers().filter { used.contains($0.id.description) }.map {
                ($0.id.description, Phrase(zh: $0.name, en: $0.nameEn ?? $0.name))
            }
            names.append(contentsOf: Self.counted(twice: contributions))
        case .chain, .industry, .region, .stage:
            contributions = try recordContributions(key)
            names = Set(contributions.map(\.row)).filter { !$0.isEmpty }.map { ($0, name($0)) }
        }
        return FigureMatrix(
            indicator: key, periods: periods, names: names, contributions: contributions, targets: targets,
            total: targets[unit.description], today: context.today)
    }

    /// The name of a rest below zero.
    private static func counted(twice contributions: [FigureMatrix.Contribution]) -> [(id: String, name: Phrase)] {
        contributions.contains { $0.row.isEmpty && $0.value < 0 }
            ? [("", Phrase(zh: "减：重复计数", en: "less counted twice"))] : []
    }

    private func unitContributions(_ key: String) throws -> [FigureMatrix.Contribution] {
        let indicator = FigureValues.indicator(of: key)
        return try periods.flatMap { period in
            try completed(
                context.store.sumsByUnit(units: scope, dates: period.days).compactMap { id, sums in
                    sums[indicator].map {
                        FigureMatrix.Contribution(row: id.description, date: period.firstDay, value: $0)
                    }
                }, indicator, period)
        }
    }

    /// The rest to the figure of the whole scope: what no officer did, such as what a lead counts for, and, below zero, what
    /// several did for the same enterprise on a day, which is one.
    private func completed(_ found: [FigureMatrix.Contribution], _ indicator: String, _ period: Period) throws
        -> [FigureMatrix.Contribution]
    {
        let whole = try context.store.sums(units: scope, dates: period.days)[indicator] ?? 0
        let rest = whole - found.reduce(0) { $0 + $1.value }
        return rest == 0 ? found : found + [FigureMatrix.Contribution(row: "", date: period.firstDay, value: rest)]
    }

    private func officerContributions(_ key: String) throws -> [FigureMatrix.Contribution] {
        let indicator = FigureValues.indicator(of: key)
        return try periods.flatMap { period in
            try completed(
                context.store.sumsByOfficer(units: scope, dates: period.days).compactMap { id, sums in
                    sums[indicator].map {
                        FigureMatrix.Contribution(row: id.description, date: period.firstDay, value: $0)
                    }
                }, indicator, period)
        }
    }

    /// Annual targets of a year, or their months; by unit, and under the unit's own id that of the sum.
    private func targets(_ key: String) throws -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for year in days.lowerBound.year...days.upperBound.year {
            for target in try context.store.targets(year: year, unit: nil)
            where target.indicator == key && scope.contains(target.unit) && target.months.count == 12 {
                for month in 0..<12 {
                    let whole = Period(kind: .month, ordinal: year * 12 + month)
                    guard days.contains(whole.firstDay) else { continue }
                    sums[target.unit.description, default: 0] += target.months[month]
                }
            }
        }
        // Where a unit above has none, those right below it add up.
        if sums[unit.description] == nil {
            let below = scope.filter { context.tree.byID[$0]?.parent == unit }.compactMap { sums[$0.description] }
            if !below.isEmpty { sums[unit.description] = below.reduce(0, +) }
        }
        return sums
    }

    private func notAdditive(_ key: String) -> ZhaoshangError {
        let known = FigureValues.standing.joined(separator: " ")
        return ZhaoshangError(
            .refused, zh: "\(key) 不是可以相加的指标", en: "\(key) does not add up over rows",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"), details: ["indicator": .text(key)])
    }
}

extension MatrixLoading {
    /// What the record of a posting is about.
    private struct About {
        var chain: String?
        var industry: String?
        var region: String?
        var stage: String?
    }

    private func recordContributions(_ key: String) throws -> [FigureMatrix.Contribution] {
        let found = try sources(key)
        return found.map { posting, about in
            let row: String? =
                switch dimension {
                case .chain: about.chain
                case .industry: about.industry
                case .region: about.region
                default: about.stage
                }
            return FigureMatrix.Contribution(row: row ?? "", date: posting.date, value: posting.value)
        }
    }

    /// The postings of the key in the stretch, each with what its record is about.
    private func sources(_ key: String) throws -> [(Posting, About)] {
        if key == Indicator.leads {
            return try postings(of: Lead.self, "received_on", key) { lead in
                About(
                    chain: lead.facts.chain, industry: lead.facts.industry.map { String($0.prefix(1)) },
                    region: lead.facts.region.map { String($0.prefix(2)) + "0000" }, stage: lead.state.rawValue)
            }
        }
        let stages: [String: [Stage]] = [
            Indicator.entered: [.negotiating], Indicator.landed: [.landed], Indicator.started: [.started, .producing],
            Indicator.producing: [.producing],
        ]
        if let stages = stages[key] {
            var seen: Set<String> = []
            return try stages.flatMap { stage in try postings(of: Project.self, stage.facet, key, about) }
                .filter { seen.insert($0.0.source).inserted }
        }
        if [Indicator.signed, Indicator.contractAmount, Indicator.manufacturingAmount, Indicator.easternProjects]
            .contains(key)
        {
            return try withProjects(Agreement.self, "signed_on", key) { $0.project }
        }
        if key.hasPrefix(Indicator.fundsInPlace) || key == Indicator.easternFunds {
            return try withProjects(Funds.self, "arrived_on", key) { $0.project }
        }
        throw ZhaoshangError(
            .refused, zh: "\(key) 不能按 \(dimension.rawValue) 分列",
            en: "\(key) cannot be told apart by \(dimension.rawValue)",
            hint: Phrase(
                zh: "可用 --by unit 或 officer；或 K1.count K5.entered K6.count K6.amount K9.count K13.amount",
                en: "use --by unit or officer, or K1.count K5.entered K6.count K6.amount K9.count K13.amount"),
            details: ["indicator": .text(key)])
    }

    private func about(_ project: Project) -> About {
        About(
            chain: project.facts.chain, industry: project.facts.section, region: project.facts.province,
            stage: project.stage.rawValue)
    }

    private func postings<Record: PromotionRecord>(
        of type: Record.Type, _ facet: String, _ key: String, _ about: (Record) -> About
    ) throws -> [(Posting, About)] {
        try context.store.records(type, RecordFilter([.dates(facet, days)])).flatMap { found in
            let about = about(found.record)
            return counted(found.record.postings, key).map { ($0, about) }
        }
    }

    private func withProjects<Record: PromotionRecord>(
        _ type: Record.Type, _ facet: String, _ key: String, _ project: (Record) -> ProjectID
    ) throws -> [(Posting, About)] {
        let found = try context.store.records(type, RecordFilter([.dates(facet, days)]))
            .map { (project($0.record), counted($0.record.postings, key)) }.filter { !$0.1.isEmpty }
        let ids = Set(found.map(\.0)).sorted()
        let projects = try context.store.records(Project.self, RecordFilter([.anyOf("id", ids)]))
        let byID = Dictionary(projects.map { ($0.record.id, about($0.record)) }) { first, _ in first }
        return found.flatMap { id, postings in postings.map { ($0, byID[id] ?? About()) } }
    }

    private func counted(_ postings: [Posting], _ key: String) -> [Posting] {
        postings.filter { $0.indicator == key && days.contains($0.date) && scope.contains($0.unit) }
    }

    private func name(_ row: String) -> Phrase {
        switch dimension {
        case .industry: codes.name(ofSection: row)
        case .region: codes.name(ofRegion: row)
        case .stage: ReportLabel.stage(row)
        default: Phrase(row)
        }
    }
}
