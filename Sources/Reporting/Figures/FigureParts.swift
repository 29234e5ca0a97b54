public import Promotion
public import WorkCalendar

/// One record behind a figure. `amount` is what it adds: 1, yuan, working days.
public struct FigureRow: Hashable, Sendable {
    public var id: String
    public var amount: Int64
    public var date: CivilDate
    public var seq: Int64

    public init(id: String, amount: Int64 = 1, date: CivilDate, seq: Int64) {
        self.id = id
        self.amount = amount
        self.date = date
        self.seq = seq
    }
}

/// The records behind one figure, by the input of the formula they count for. The value is reckoned from these rows and
/// from nothing else, so that what `report explain` lists is what was counted.
public struct FigureParts: Sendable {
    public var formula: IndicatorFormula
    /// In the order of the formula's inputs; one group for formulas that take any number.
    public var inputs: [[FigureRow]]

    init(_ formula: IndicatorFormula, _ inputs: [FigureRow]...) {
        self.formula = formula
        self.inputs = inputs
    }

    public var value: Fraction? {
        switch formula {
        case .median, .percentile90, .total: return formula.value(of: inputs[0].map(\.amount))
        case .loss: return formula.value(sum(0), sum(1), sum(2))
        default: return formula.value(sum(0), sum(1))
        }
    }

    private func sum(_ index: Int) -> Fraction {
        Fraction(inputs[index].reduce(0) { $0 + $1.amount })
    }

    /// Rows as they are explained: `numerator` and `denominator` of a ratio, each adding up to its side; `value` of an
    /// order statistic; `count` where the rows add up to the figure itself.
    public var rows: [(kind: String, row: FigureRow)] {
        func marked(_ kind: String, _ indices: Int...) -> [(kind: String, row: FigureRow)] {
            indices.flatMap { index in inputs[index].map { (kind, $0) } }
        }
        switch formula {
        case .median, .percentile90: return marked("value", 0)
        case .total: return marked("count", 0)
        case .fulfilment: return marked("numerator", 0) + marked("denominator", 0, 1)
        case .loss: return marked("numerator", 0) + marked("denominator", 1, 2)
        default: return marked("numerator", 0) + marked("denominator", 1)
        }
    }
}
