public import Labels

/// A fact that a bureau may ask of every lead before it counts as valid and can be followed, by the key that gives it.
public enum LeadFact: String, Hashable, Sendable, Codable, CaseIterable {
    /// An enterprise of the records, or the name as it was typed.
    case investor
    /// An industry, or a chain.
    case industry
    /// A region of origin, or a foreign country.
    case region
    case amount, land, energy, output, tax, jobs, tier, introducer

    /// What a verdict cannot do without: who, what, where from, how much.
    public static let usual: [LeadFact] = [.investor, .industry, .region, .amount]

    /// Reads `investor industry region`, in the words of either language, or `-` for none; nil when a word is not known or
    /// comes twice.
    public static func list(_ text: String) -> [LeadFact]? {
        if text == "-" { return [] }
        let words = text.split(whereSeparator: { " ,，、".contains($0) })
        let facts = words.compactMap { word in LeadVocabulary.keys[word.lowercased()].flatMap(LeadFact.init) }
        guard !words.isEmpty, facts.count == words.count, Set(facts).count == facts.count else { return nil }
        return facts
    }

    public func isKnown(of lead: Lead) -> Bool {
        switch self {
        case .investor: lead.enterprise != nil || lead.investor != nil
        case .industry: lead.facts.industry != nil || lead.facts.chain != nil
        case .region: lead.facts.region != nil || lead.facts.country != nil
        case .amount: lead.facts.investment != nil
        case .land: lead.facts.land != nil
        case .energy: lead.facts.energy != nil
        case .output: lead.facts.output != nil
        case .tax: lead.facts.tax != nil
        case .jobs: lead.facts.jobs != nil
        case .tier: lead.tier != nil
        case .introducer: lead.introducer != nil
        }
    }

    public var name: Phrase {
        switch self {
        case .investor: Phrase(zh: "投资方", en: "investor")
        case .industry: Phrase(zh: "行业或产业链", en: "industry or chain")
        case .region: Phrase(zh: "来源地", en: "region of origin")
        case .amount: Phrase(zh: "投资额", en: "investment")
        case .land: Phrase(zh: "用地", en: "land")
        case .energy: Phrase(zh: "能耗", en: "energy")
        case .output: Phrase(zh: "产值", en: "output")
        case .tax: Phrase(zh: "税收", en: "tax")
        case .jobs: Phrase(zh: "就业", en: "jobs")
        case .tier: Phrase(zh: "等级", en: "tier")
        case .introducer: Phrase(zh: "引荐人", en: "introducer")
        }
    }
}
