import Identifiers

extension Funds {
    /// Verified funds by the shares of credit, on the day they arrived.
    public var postings: [Posting] {
        guard state == .verified else { return [] }
        return CreditShare.split(signedAmount, by: credit).flatMap { share in
            var indicators = [Indicator.fundsInPlace, Indicator.funds(component)]
            if eastern { indicators.append(Indicator.easternFunds) }
            return indicators.compactMap { indicator in
                share.amount == .zero
                    ? nil
                    : Posting(
                        date: arrivedOn, unit: share.unit, officer: officer, indicator: indicator,
                        value: share.amount.yuan, source: id.description)
            }
        }
    }
}
