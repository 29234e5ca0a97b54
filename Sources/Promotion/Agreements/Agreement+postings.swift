import Identifiers

extension Agreement {
    /// Amounts by the shares of credit, the count to the unit that led the project.
    public var postings: [Posting] {
        var facts: [Posting] = []
        func post(_ indicator: String, _ unit: UnitID, _ value: Int64) {
            guard value != 0 else { return }
            facts.append(
                Posting(
                    date: signedOn, unit: unit, officer: officer, indicator: indicator, value: value,
                    source: id.description))
        }
        if isFirst {
            post(Indicator.signed, unitID, 1)
            if eastern { post(Indicator.easternProjects, unitID, 1) }
        }
        for share in CreditShare.split(counted, by: credit) {
            post(Indicator.contractAmount, share.unit, share.amount.yuan)
            if section == "C" { post(Indicator.manufacturingAmount, share.unit, share.amount.yuan) }
        }
        return facts
    }
}
