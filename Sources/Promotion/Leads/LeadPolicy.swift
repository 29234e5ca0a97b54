import WorkCalendar

/// The numbers that decide about leads, as the bureau's settings have them on a day. Days are working days unless they say
/// otherwise; the limits of time are those published by Jiangmen in 2024.
public struct LeadPolicy: Hashable, Sendable {
    public var respondDays = 1
    public var verdictDays = 3
    /// For major leads and those that need an expert.
    public var majorVerdictDays = 5
    public var feedbackDays = 5
    public var progressDays = 10
    public var majorAmount = Money(yuan: 1_000_000_000)
    /// Calendar days in which a declined lead may be screened again.
    public var reopenDays = 180
    /// Calendar days in which a merge of leads can be undone.
    public var unmergeDays = 30
    /// By the dimension's word.
    public var weights: [String: Int] = Dictionary(
        uniqueKeysWithValues: Scorecard.Dimension.allCases.map { ($0.rawValue, 1) })

    public init() {}

    public func verdictDays(for lead: Lead) -> Int {
        isMajor(lead) || lead.needsExpert ? majorVerdictDays : verdictDays
    }

    public func isMajor(_ lead: Lead) -> Bool {
        lead.tier == .a || (lead.facts.investment.map { $0 >= majorAmount } ?? false)
    }

    /// Reads `direction=3,benefit=2`; dimensions that are not named weigh 0.
    public static func weights(_ text: String) -> [String: Int]? {
        var weights: [String: Int] = [:]
        for part in text.split(separator: ",") {
            let sides = part.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, let dimension = Scorecard.Dimension(word: String(sides[0]).trimmingSpace),
                let weight = Int(String(sides[1]).trimmingSpace), (0...1000).contains(weight),
                weights[dimension.rawValue] == nil
            else { return nil }
            weights[dimension.rawValue] = weight
        }
        return weights.values.contains { $0 > 0 } ? weights : nil
    }
}
