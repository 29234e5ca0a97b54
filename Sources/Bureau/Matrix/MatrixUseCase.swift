public import Identifiers
public import Labels
import Promotion
import ReportModel
public import Reporting
public import WorkCalendar

/// What `zs matrix` answers.
public struct MatrixView: Sendable {
    public var unit: UnitID
    public var unitName: Phrase
    public var dimension: MatrixDimension
    public var step: PeriodKind
    /// The stretch the columns cover.
    public var from: Period
    public var until: Period
    public var withTargets: Bool
    public var withAverages: Bool
    public var tables: [FigureMatrix]
}

extension Bureau {
    private static let matrixKeys = [
        "by": "by", "按": "by", "step": "step", "key": "key", "indicator": "key", "指标": "key", "period": "period",
        "期间": "period", "target": "target", "average": "average",
    ]

    /// `zs matrix --by unit --monthly [--target] [--average] [PERIOD] [key:K6.amount …]`. Without a period: the running
    /// year, with yearly columns the last five years; without a key: signed projects, contracts and funds.
    public func matrix(_ words: CommandWords, caller: Caller) async throws -> MatrixView {
        try await read(caller) { context in
            let unit = try context.scope("matrix")
            let keyed = try KeyedWords(words, keys: Self.matrixKeys)
            let step = try keyed.value("step").map(DateReading.level) ?? .month
            let period = keyed.value("period") ?? keyed.plain.first
            let periods = try Self.columns(step, period, today: context.today)
            var indicators = keyed.list("key") ?? []
            if indicators.isEmpty { indicators = [Indicator.signed, Indicator.contractAmount, Indicator.fundsInPlace] }
            let loading = MatrixLoading(
                context: context, unit: unit, by: try keyed.value("by").map(MatrixDimension.init(word:)) ?? .unit,
                periods: periods)
            let withTargets = keyed.values["target"] != nil
            return MatrixView(
                unit: unit, unitName: context.tree.byID[unit]?.name ?? Phrase(unit.description),
                dimension: loading.dimension, step: step, from: periods[0], until: periods[periods.count - 1],
                withTargets: withTargets, withAverages: keyed.values["average"] != nil,
                tables: try indicators.map { try loading.matrix($0, withTargets: withTargets) })
        }
    }

    /// The periods of the kind in the one that is named, at most 60.
    private static func columns(_ step: PeriodKind, _ text: String?, today: CivilDate) throws -> [Period] {
        guard let text else {
            let year = Period(.year, containing: today)
            if step == .year { return (-4...0).map { year.advanced(by: $0) } }
            return periods(step, in: year)
        }
        let period = try DateReading.period(text, today: today, kind: nil)
        let found = period.kind == step ? [period] : periods(step, in: period)
        guard !found.isEmpty, found.count <= 60 else {
            throw ZhaoshangError(
                .badPeriod, zh: "\(period.key) 不能分成这样的列", en: "\(period.key) has no such columns",
                hint: Phrase(
                    zh: "例如：zs matrix --by unit --monthly 2026", en: "for example: zs matrix --by unit --monthly 2026"),
                details: ["period": .text(period.key)])
        }
        return found
    }

    private static func periods(_ step: PeriodKind, in period: Period) -> [Period] {
        period.periods(step).map { $0.map { Period(kind: step, ordinal: $0) } } ?? []
    }
}
