/// Every noun of the pipeline. A family in the log that is not here cannot be read.
public enum RecordNouns {
    public static let all: [any PromotionRecord.Type] = [
        Project.self, Review.self, Agreement.self, Funds.self, Commitment.self, Milestone.self, Directive.self,
        Campaign.self,
        Lead.self, Screening.self, FirstTalkClaim.self,
        Assignment.self,
        Enterprise.self, Contact.self,
    ]

    private static let byNoun = Dictionary(uniqueKeysWithValues: all.map { ($0.noun, $0) })

    public static func type(of noun: String) -> (any PromotionRecord.Type)? { byNoun[noun] }

    /// The noun of an id as people write it: `L-7`, `l7`.
    public static func type(ofID text: String) -> (any PromotionRecord.Type)? {
        let prefix = text.prefix { $0.isLetter }.uppercased()
        return all.first { $0.prefix == prefix }
    }
}
