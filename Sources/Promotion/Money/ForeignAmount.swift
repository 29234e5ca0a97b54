public import WorkCalendar

/// An amount in another currency, beside the yuan it was counted as.
public struct ForeignAmount: Hashable, Sendable, Codable {
    /// ISO 4217: `USD`.
    public var currency: String
    /// Whole units of the currency.
    public var amount: Int64
    /// Yuan for one unit of the currency, as a decimal number: `7.1234`.
    public var rate: String
    /// The day of the rate.
    public var rateOn: CivilDate

    public init(currency: String, amount: Int64, rate: String, rateOn: CivilDate) {
        self.currency = currency
        self.amount = amount
        self.rate = rate
        self.rateOn = rateOn
    }

    /// A decimal number above zero with at most eight digits on each side, as rates are quoted.
    public static func isRate(_ text: String) -> Bool { hundredMillionths(text) != nil }

    /// In whole yuan, rounded half up; nil when the rate cannot be read or the amount is out of range.
    public var yuan: Money? {
        guard let rate = Self.hundredMillionths(rate) else { return nil }
        let product = Int128(amount) * Int128(rate)
        let scale = Int128(Self.scale)
        let rounded = (product + (product < 0 ? -scale / 2 : scale / 2)) / scale
        return Int64(exactly: rounded).map { Money(yuan: $0) }
    }

    private static let scale: Int64 = 100_000_000

    private static func hundredMillionths(_ text: String) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...8).contains($0.count) }),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let whole = Int64(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        let padded = fraction + String(repeating: "0", count: 8 - fraction.count)
        guard let part = Int64(padded), whole > 0 || part > 0 else { return nil }
        return whole * scale + part
    }

    public var description: String { "\(currency) \(amount) @\(rate) \(rateOn)" }
}

extension ForeignAmount: CustomStringConvertible {}
