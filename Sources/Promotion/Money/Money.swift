/// An amount in whole yuan. Amounts that people enter are never negative; a difference of two amounts may be.
///
/// Coded as a plain integer of yuan.
public struct Money: Hashable, Comparable, Sendable, Codable {
    public let yuan: Int64

    public static let zero = Money(yuan: 0)

    public init(yuan: Int64) {
        self.yuan = yuan
    }

    public init(from decoder: any Decoder) throws {
        yuan = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(yuan)
    }

    public static func < (left: Money, right: Money) -> Bool {
        left.yuan < right.yuan
    }

    /// Throws `MoneyProblem.overflow` when the sum does not fit in 63 bits of yuan.
    public func adding(_ other: Money) throws(MoneyProblem) -> Money {
        let (sum, overflow) = yuan.addingReportingOverflow(other.yuan)
        if overflow { throw .overflow }
        return Money(yuan: sum)
    }

    /// The difference, which may be negative. Throws `MoneyProblem.overflow` when it does not fit.
    public func subtracting(_ other: Money) throws(MoneyProblem) -> Money {
        let (difference, overflow) = yuan.subtractingReportingOverflow(other.yuan)
        if overflow { throw .overflow }
        return Money(yuan: difference)
    }

    /// Exact sum of all amounts: sum first, round at display. Throws `MoneyProblem.overflow`.
    public static func sum(_ amounts: some Sequence<Money>) throws(MoneyProblem) -> Money {
        var total = Money.zero
        for amount in amounts { total = try total.adding(amount) }
        return total
    }
}
