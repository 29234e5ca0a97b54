/// The five levels of reporting, from the smallest to the largest.
public enum PeriodKind: String, CaseIterable, Hashable, Sendable, Codable {
    case day, week, month, quarter, year

    private var rank: Int {
        switch self {
        case .day: 0
        case .week: 1
        case .month: 2
        case .quarter: 3
        case .year: 4
        }
    }
}

extension PeriodKind: Comparable {
    /// Shorter periods come first.
    public static func < (left: PeriodKind, right: PeriodKind) -> Bool { left.rank < right.rank }
}

extension PeriodKind: CustomStringConvertible {
    public var description: String { rawValue }
}
