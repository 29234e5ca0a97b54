/// How much each term counts in a batch. Every term is 0 to 100 (0 is best); the cost of a pair is the sum of weight ×
/// term. All are whole numbers, so equal inputs give equal costs on every machine.
public struct AssignmentWeights: Hashable, Sendable {
    /// The officer, or the officer's unit, works in the lead's chain.
    public var chain = 30
    /// The officer's unit works in the circle the lead comes from.
    public var region = 20
    /// The officer speaks the language.
    public var language = 20
    /// The officer knows the enterprise or its group.
    public var continuity = 40
    /// What the officer would carry with this lead, for the capacity.
    public var load = 50
    /// The larger the lead, the dearer to leave it over. It is the same for every officer.
    public var value = 10

    public static let names = ["chain", "region", "language", "continuity", "load", "value"]

    public init() {}

    /// Reads `chain:30 region:20 …`; a weight that is not named keeps its default. Nil when a word is wrong.
    public init?(_ text: String) {
        for word in text.split(whereSeparator: \.isWhitespace) {
            let parts = word.split(separator: ":")
            guard parts.count == 2, let weight = Int(parts[1]), (0...1000).contains(weight) else { return nil }
            switch parts[0] {
            case "chain": chain = weight
            case "region": region = weight
            case "language": language = weight
            case "continuity": continuity = weight
            case "load": load = weight
            case "value": value = weight
            default: return nil
            }
        }
    }

    public var text: String {
        "chain:\(chain) region:\(region) language:\(language) continuity:\(continuity) load:\(load) value:\(value)"
    }

    public static let defaultText = AssignmentWeights().text
}
