public import Labels
public import Promotion
public import WorkCalendar

/// One indicator by a dimension and by periods: what each row added in each period. Sums only, so rows and columns add up.
public struct FigureMatrix: Sendable {
    /// What one row of the dimension added on a day (any day of a period will do).
    public struct Contribution: Sendable {
        /// `U-3`, `C`, `500000`; empty for what has no value in this dimension.
        public var row: String
        public var date: CivilDate
        public var value: Int64

        public init(row: String, date: CivilDate, value: Int64) {
            self.row = row
            self.date = date
            self.value = value
        }
    }

    public struct Row: Sendable {
        public var id: String
        public var name: Phrase
        /// One for each period.
        public var values: [Int64]
        public var total: Int64
        /// Of the sum of all rows; nil when that is zero.
        public var share: Ratio?
        /// A period, over the periods that have begun; nil when none has.
        public var average: Ratio?
        public var target: Int64?

        /// Total ÷ target.
        public var completion: Fraction? {
            target.flatMap { IndicatorFormula.share.value(Fraction(total), Fraction($0)) }
        }
    }

    public let indicator: String
    public let periods: [Period]
    public let rows: [Row]
    /// The sums of the rows.
    public let sum: Row

    /// - Parameters:
    ///   - names: what rows are called, by id; a row that is named stands in the matrix also without a value.
    ///   - targets: by row id; under `total` that of the sum.
    ///   - today: periods that begin later are left out of averages.
    public init(
        indicator: String, periods: [Period], names: [(id: String, name: Phrase)], contributions: [Contribution],
        targets: [String: Int64] = [:], total: Int64? = nil, today: CivilDate
    ) {
        self.indicator = indicator
        self.periods = periods
        let begun = Int64(periods.count { $0.firstDay <= today })
        var values: [String: [Int64]] = [:]
        for (id, _) in names { values[id] = Array(repeating: 0, count: periods.count) }
        for item in contributions {
            guard let column = Self.column(of: item.date, in: periods) else { continue }
            values[item.row, default: Array(repeating: 0, count: periods.count)][column] += item.value
        }
        let named = Dictionary(names.map { ($0.id, $0.name) }) { first, _ in first }
        let whole = values.values.reduce(0) { $0 + $1.reduce(0, +) }
        func row(_ id: String, _ name: Phrase, _ values: [Int64], _ target: Int64?) -> Row {
            let sum = values.reduce(0, +)
            return Row(
                id: id, name: name, values: values, total: sum,
                share: whole == 0 ? nil : Ratio(numerator: sum, denominator: whole),
                average: begun == 0 ? nil : Ratio(numerator: sum, denominator: begun), target: target)
        }
        rows = values.map { id, values in
            row(id, named[id] ?? (id.isEmpty ? Phrase(zh: "未填", en: "not given") : Phrase(id)), values, targets[id])
        }.sorted { (-$0.total, $0.id.isEmpty ? 1 : 0, $0.id) < (-$1.total, $1.id.isEmpty ? 1 : 0, $1.id) }
        let sums = periods.indices.map { column in values.values.reduce(0) { $0 + $1[column] } }
        sum = row("total", Phrase(zh: "合计", en: "Total"), sums, total)
    }

    /// Periods are of one kind and follow one another.
    private static func column(of date: CivilDate, in periods: [Period]) -> Int? {
        guard let first = periods.first else { return nil }
        let index = Period(first.kind, containing: date).ordinal - first.ordinal
        return periods.indices.contains(index) ? index : nil
    }
}
