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

    public var description: String { "\(currency) \(amount) @\(rate) \(rateOn)" }
}

extension ForeignAmount: CustomStringConvertible {}
