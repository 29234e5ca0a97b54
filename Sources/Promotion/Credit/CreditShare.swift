public import Identifiers

/// How much of a project counts for a unit, in whole per cent. The shares of a project add up to 100.
public struct CreditShare: Hashable, Sendable, Codable {
    public var unit: UnitID
    /// 1…100.
    public var percent: Int

    public init(unit: UnitID, percent: Int) {
        self.unit = unit
        self.percent = percent
    }
}

extension CreditShare {
    /// The amount taken apart by the shares without losing a yuan: whole parts first, then one yuan each to the largest
    /// remainders, ties in the order of the shares. A negative amount is split as its absolute value.
    ///
    /// Largest remainder method (Hare quota).
    public static func split(_ amount: Money, by shares: [CreditShare]) -> [(unit: UnitID, amount: Money)] {
        let whole = shares.reduce(Int64(0)) { $0 + Int64($1.percent) }
        guard whole > 0 else { return [] }
        let sign: Int64 = amount.yuan < 0 ? -1 : 1
        // Up to 2^63 × 100 needs more than 64 bits.
        let parts = shares.map { share in
            (Int128(amount.yuan.magnitude) * Int128(share.percent)).quotientAndRemainder(dividingBy: Int128(whole))
        }
        var values = parts.map { Int64($0.quotient) }
        let left = Int(Int128(amount.yuan.magnitude) - parts.reduce(Int128(0)) { $0 + $1.quotient })
        let order = parts.indices.sorted { (parts[$1].remainder, $0) < (parts[$0].remainder, $1) }
        for index in order.prefix(left) { values[index] += 1 }
        return zip(shares, values).map { (unit: $0.unit, amount: Money(yuan: sign * $1)) }
    }
}
