/// A day, ISO week, month, quarter or year: the identity of a piece of reporting work.
///
/// Periods of one kind are numbered without gaps, so the next one is +1 and both bounds are closed forms.
public struct Period: Hashable, Sendable {
    public let kind: PeriodKind
    /// Day: days since 1970-01-01. Week: ⌊(day + 3) / 7⌋, weeks from Monday. Month: 12 × year + month − 1.
    /// Quarter: 4 × year + quarter − 1. Year: the year.
    public let ordinal: Int

    public init(kind: PeriodKind, ordinal: Int) {
        self.kind = kind
        self.ordinal = ordinal
    }

    public init(_ kind: PeriodKind, containing date: CivilDate) {
        self.kind = kind
        switch kind {
        case .day: ordinal = date.ordinal
        case .week: ordinal = (date.ordinal + 3).flooredQuotient(by: 7)
        case .month:
            let (year, month, _) = date.components
            ordinal = 12 * year + month - 1
        case .quarter:
            let (year, month, _) = date.components
            ordinal = 4 * year + (month - 1) / 3
        case .year: ordinal = date.year
        }
    }

    public var firstDay: CivilDate {
        switch kind {
        case .day: CivilDate(ordinal: ordinal)
        case .week: CivilDate(ordinal: ordinal * 7 - 3)
        case .month: CivilDate(unchecked: ordinal.flooredQuotient(by: 12), ordinal.flooredRemainder(by: 12) + 1, 1)
        case .quarter: CivilDate(unchecked: ordinal.flooredQuotient(by: 4), ordinal.flooredRemainder(by: 4) * 3 + 1, 1)
        case .year: CivilDate(ordinal: CivilDate.ordinal(ofNewYear: ordinal))
        }
    }

    public var lastDay: CivilDate { next.firstDay - 1 }
    public var days: ClosedRange<CivilDate> { firstDay...lastDay }
    public var dayCount: Int { next.firstDay - firstDay }

    public var next: Period { advanced(by: 1) }
    public var previous: Period { advanced(by: -1) }

    /// The period of the same kind, `count` places later.
    public func advanced(by count: Int) -> Period {
        Period(kind: kind, ordinal: ordinal + count)
    }

    public func contains(_ date: CivilDate) -> Bool {
        firstDay <= date && date <= lastDay
    }
}

extension Period: Comparable {
    /// Shorter kinds first, then in time.
    public static func < (left: Period, right: Period) -> Bool {
        (left.kind, left.ordinal) < (right.kind, right.ordinal)
    }
}
